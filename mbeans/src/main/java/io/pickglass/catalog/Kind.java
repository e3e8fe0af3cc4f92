package io.pickglass.catalog;

/** How a metric moves, and so how it may be read, added up and drawn. */
public enum Kind {
  /** Only ever rises; an interval's value is the difference of two readings. */
  COUNTER,
  /** A level at an instant; it rises and falls. */
  GAUGE,
  /** The greatest single value of an interval, or since the start; maxima do not subtract. */
  MAXIMUM,
  /** Computed from other metrics of the same reading. */
  DERIVED
}
