package io.pickglass.repl.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of the file. */
public enum Section {
  /** Names for commands: a text each. */
  ALIAS,
  /** How much a rule matters in this console: a level each. */
  WARNINGS,
  /** Targets by name: a table each. */
  TARGET;

  /** What may be said of a target. */
  public static final List<String> TARGET_KEYS =
      List.of(
          "address",
          "user",
          "password",
          "tls",
          "ca",
          "trust_store",
          "trust_store_password",
          "client_key",
          "client_key_password",
          "any_host");

  /** As it stands in the file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Section> labelled(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Section::label).toList();
  }
}
