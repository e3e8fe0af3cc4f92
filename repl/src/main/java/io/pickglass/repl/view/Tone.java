package io.pickglass.repl.view;

/** What a line is, from which the terminal chooses how it looks. */
public enum Tone {
  /** Data. */
  PLAIN,
  /** The names of columns. */
  HEADER,
  /** A remark that is no data: a gap, a restart, a summary. */
  NOTE,
  /** Data that says that something became better. */
  GOOD,
  /** Data that says that something is bad, or became worse. */
  BAD
}
