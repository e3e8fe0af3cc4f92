package io.pickglass.repl.view;

/** The text of a cell that says of some rows that something is the matter with them. */
interface Toned<T> {
  /** {@link Tone#PLAIN} of a row with which nothing is. */
  Tone tone(T row);
}
