package io.pickglass.repl.top.page;

import io.pickglass.repl.top.input.Key;

/** A line that is typed into a view. Used by one thread. */
final class Typed {
  private String text = "";
  private String before = "";
  private boolean open;

  String text() {
    return text;
  }

  boolean isOpen() {
    return open;
  }

  void open() {
    open = true;
    before = text;
  }

  void set(String newText) {
    text = newText;
    open = false;
  }

  /** Whether the key belongs to it. */
  boolean press(Key key) {
    if (!open) {
      return false;
    }
    switch (key.name()) {
      case "Enter" -> open = false;
      case "Esc" -> set(before);
      case "Backspace" ->
          text =
              text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
      case "Ctrl-U" -> text = "";
      default -> {
        if (!key.isText()) {
          return false;
        }
        text += key.name();
      }
    }
    return true;
  }
}
