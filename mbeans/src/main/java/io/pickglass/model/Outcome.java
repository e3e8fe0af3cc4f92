package io.pickglass.model;

/** How a task ended. */
public enum Outcome {
  /** It returned. */
  RETURNED,
  /** It threw, or its Future holds an exception. */
  FAILED,
  /** It was cancelled or rejected. */
  CANCELLED
}
