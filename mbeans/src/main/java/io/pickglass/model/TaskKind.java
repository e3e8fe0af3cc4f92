package io.pickglass.model;

import java.util.Locale;

/** What a task is on the JVM, and the letter that its id begins with. */
public enum TaskKind {
  /** A virtual thread; its id has the thread's number. */
  VIRTUAL('v'),
  /** What an executor was given. */
  EXECUTOR('x'),
  /** An asynchronous pipeline. */
  ASYNC('a'),
  /** What is run by a scheduler of the program's own, which tells us. */
  HANDLE('h'),
  /** A stretch of another task. */
  SECTION('s'),
  /** A virtual thread that lived before the agent came: its times are not known. */
  UNTIMED('u');

  private final char letter;

  TaskKind(char letter) {
    this.letter = letter;
  }

  /** The id of a task of this kind: {@code v123}. */
  public String id(long number) {
    return letter + Long.toString(number);
  }

  /** The word for it in a table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
