package io.pickglass.repl.explain;

/** The questions, in the order and with the numbers of docs/why-are-my-tasks-slow.md. */
public enum Question {
  /** It waits. */
  WAITS("Is the task waiting for something?"),
  /** It computes. */
  COMPUTES("Is it computing?"),
  /** It is ready, and nobody runs it. */
  READY("Is it ready, and nobody runs it?"),
  /** It does too many things. */
  MANY("Are polls and waits short, but many?"),
  /** The monitor does not see it. */
  UNSEEN("Does the monitor not see it?"),
  /** The threads that run it are taken. */
  TAKEN("Are the threads that run it taken?");

  private final String text;

  Question(String text) {
    this.text = text;
  }

  /** Its number, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /** As it is asked. */
  public String text() {
    return text;
  }
}
