package io.pickglass.repl.command;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.target.Timeouts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be set while the console runs. */
enum Setting {
  /** How long a target may take to answer. */
  TIMEOUT(Key.TIMEOUT) {
    @Override
    String get(Session session) {
      return Timeouts.text(session.timeout());
    }

    @Override
    void set(Session session, String value) {
      session.timeout(new DurationConverter().convert(value));
    }
  },
  /** How answers are written. */
  OUTPUT(Key.OUTPUT) {
    @Override
    String get(Session session) {
      return session.format().name().toLowerCase(Locale.ROOT);
    }

    @Override
    void set(Session session, String value) {
      session.format(
          Arrays.stream(OutputFormat.values())
              .filter(format -> format.name().equalsIgnoreCase(value))
              .findFirst()
              .orElseThrow(() ->
                  CommandFailure.usage(
                      "`" + value + "` is no output format: give text, json or csv")));
    }
  };

  private final Key key;

  Setting(Key key) {
    this.key = key;
  }

  /** Takes it from the configuration. */
  void take(Session session, Config config) {
    Config.Entry entry = config.get(key);
    try {
      set(session, entry.text());
    } catch (CommandFailure e) {
      throw CommandFailure.usage(
          "%s: `%s`: %s".formatted(entry.origin(), key.label(), e.getMessage()));
    }
  }

  abstract String get(Session session);

  /**
   * Sets it.
   *
   * @throws CommandFailure where the value is none
   */
  abstract void set(Session session, String value);

  /** As it is typed. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Setting::label).toList();
  }

  static Optional<Setting> labelled(String label) {
    return Arrays.stream(values()).filter(setting -> setting.label().equals(label)).findFirst();
  }
}
