package io.pickglass.repl.config;

import java.util.List;

/**
 * A file cannot be used. The message names file and key; if the key is not known, those that are
 * come with it, so that the nearest can be told.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient List<String> known;

  ConfigException(String sentence) {
    this(sentence, "", List.of());
  }

  private ConfigException(String sentence, String key, List<String> known) {
    super(sentence);
    this.key = key;
    this.known = known;
  }

  static ConfigException unknown(String file, List<String> path, List<String> known) {
    return new ConfigException(
        "%s has the unknown key `%s`".formatted(file, String.join(".", path)),
        path.getLast(),
        known);
  }

  /** A value that is none of its key; it is not repeated, as it may be a secret. */
  public static ConfigException unfit(String file, String key, String expected) {
    return new ConfigException("%s: `%s`: give %s".formatted(file, key, expected));
  }

  /** The last part of a key that is not known, or an empty string. */
  public String unknownKey() {
    return key;
  }

  /** What may stand there. */
  public List<String> known() {
    return known;
  }
}
