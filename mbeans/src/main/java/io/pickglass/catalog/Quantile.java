package io.pickglass.catalog;

/** Which share of the values a percentile is not exceeded by. */
enum Quantile {
  P50(0.5, "half"),
  P90(0.9, "90 %"),
  P99(0.99, "99 %"),
  P999(0.999, "99.9 %");

  private final double share;
  private final String text;

  Quantile(double share, String text) {
    this.share = share;
    this.text = text;
  }

  String series(Distributed of) {
    return name().toLowerCase(java.util.Locale.ROOT) + "_" + of.series();
  }

  String help(Distributed of) {
    return "Time that " + text + " of the " + of.plural() + " did not exceed, at most 6.25 % off.";
  }

  RuntimeMetric.Percentile percentile(RuntimeDistribution of) {
    return new RuntimeMetric.Percentile(of, share);
  }

  Formula formula(Distribution of) {
    return readings -> readings.quantile(of, share);
  }
}
