package io.pickglass.repl.top.input;

/**
 * A key that was pressed, or a click.
 *
 * @param name the character, or a word such as {@code Up}, {@code Enter}, {@code Ctrl-D}
 * @param x of a click the column, from 0 on
 * @param y of a click the line, from 0 on
 */
public record Key(String name, int x, int y) {
  /** The end of the input: nobody is there any more. */
  public static final Key END = of("End-Of-Input");

  /** A key. */
  public static Key of(String name) {
    return new Key(name, -1, -1);
  }

  /** Whether it is a character that can be typed into a text. */
  public boolean isText() {
    return name.codePointCount(0, name.length()) == 1;
  }

  /** Whether it is that one. */
  public boolean is(String other) {
    return name.equals(other);
  }
}
