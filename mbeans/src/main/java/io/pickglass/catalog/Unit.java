package io.pickglass.catalog;

/** What a metric's number counts. */
public enum Unit {
  /** Things: tasks, polls, wakes. A {@code long}. */
  COUNT("1"),
  /** Nanoseconds. A {@code long}. */
  NANOS("ns"),
  /** Bytes. A {@code long}. */
  BYTES("B"),
  /** A mean number of things, and 0 of nothing. A {@code double}. */
  MEAN("1"),
  /** A share from 0 to 1, and 0 where nothing was to be shared. A {@code double}. */
  RATIO("ratio");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The unit as it stands in JMX descriptors. */
  public String symbol() {
    return symbol;
  }

  /** How the names of Prometheus series of it end, but for counters' own ending. */
  String suffix() {
    return switch (this) {
      case NANOS -> "_seconds";
      case BYTES -> "_bytes";
      case COUNT, MEAN, RATIO -> "";
    };
  }

  /** Whether the number is a {@code double}; if not, it is a {@code long}. */
  public boolean isFraction() {
    return this == MEAN || this == RATIO;
  }
}
