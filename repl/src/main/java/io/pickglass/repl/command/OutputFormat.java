package io.pickglass.repl.command;

/** How answers are written. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs: one JSON object per line. */
  JSON
}
