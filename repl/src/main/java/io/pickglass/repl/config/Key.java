package io.pickglass.repl.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings that stand alone in the file; each is optional. */
public enum Key {
  /** What is connected to when nothing is named. */
  DEFAULT_TARGET("", "what is connected to when nothing is named: a target, or a name of [target]"),
  /** How answers are written. */
  OUTPUT("text", "how answers are written"),
  /** How long a target may take. */
  TIMEOUT("5s", "how long a target may take to answer, such as 500ms, 5s or 1m30s"),
  /** Colours of the terminal. */
  COLOURS("auto", "auto, off, 8, 16, 256 or truecolor"),
  /** No character beyond ASCII. */
  ASCII(false, "whether nothing but ASCII is written"),
  /** How long ended tasks stay on the screen. */
  RETAIN_FOR("6s", "how long ended tasks stay on the full screen, or none for ever"),
  /** Where it is noted what goes wrong. */
  LOG("", "the file in which it is noted what goes wrong behind the screen");

  private final Object byDefault;
  private final String meaning;

  Key(Object byDefault, String meaning) {
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** As it stands in the file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text or a truth; an empty text where there is no default. */
  public Object byDefault() {
    return byDefault;
  }

  /** What it is for. */
  public String meaning() {
    return meaning;
  }

  static Optional<Key> labelled(String label) {
    return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Key::label).toList();
  }
}
