package io.pickglass.catalog;

/** What a metric's number counts. */
public enum Unit {
  /** Things: tasks, polls, wakes. A {@code long}. */
  COUNT("1"),
  /** Nanoseconds. A {@code long}. */
  NANOS("ns"),
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
}
