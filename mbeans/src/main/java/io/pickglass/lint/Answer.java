package io.pickglass.lint;

/** Whether something is the matter with a task. */
enum Answer {
  /** It is. */
  YES,
  /** It is not. */
  NO,
  /** It may become so: the evidence does not suffice. */
  NOT_YET;

  /** Of something that goes on, which is the matter from the threshold on. */
  static Answer ofLasting(long value, long threshold) {
    return value >= threshold ? YES : NOT_YET;
  }
}
