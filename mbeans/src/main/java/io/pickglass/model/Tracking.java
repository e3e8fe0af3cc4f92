package io.pickglass.model;

/**
 * What can be seen of virtual threads in a JVM.
 *
 * @param mode how much
 * @param reason why, in one sentence that says what to do about it
 */
public record Tracking(Mode mode, String reason) {
  /** How much is seen. */
  public enum Mode {
    /** Every poll. */
    EXACT,
    /** The beginning and the end of each task; metrics that need polls are absent. */
    TASK
  }
}
