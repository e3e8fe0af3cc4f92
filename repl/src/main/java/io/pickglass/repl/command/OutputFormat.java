package io.pickglass.repl.command;

/** How answers are written. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** The same. */
  TABLE,
  /** For programs: one JSON object per line. */
  JSON,
  /** For spreadsheets: the names of the fields, then a line for each object. */
  CSV;

  /** Whether objects are written instead of text. */
  public boolean isForPrograms() {
    return this == JSON || this == CSV;
  }
}
