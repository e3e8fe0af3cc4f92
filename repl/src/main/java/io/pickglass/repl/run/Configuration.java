package io.pickglass.repl.run;

import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.Commands;
import io.pickglass.repl.command.Nearest;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.ConfigException;
import io.pickglass.repl.config.ConfigFiles;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.config.Section;
import io.pickglass.repl.target.Timeouts;
import java.util.List;
import java.util.Map;

/** What is in force: the files, and over them the command line. */
final class Configuration {
  private static final String COMMAND_LINE = "command line";
  private static final List<String> COLOURS = List.of("auto", "off", "8", "16", "256", "truecolor");

  private Configuration() {}

  /**
   * All of it.
   *
   * @throws CommandFailure with one sentence where a file is not as it should be
   */
  static Config load(Map<List<String>, Object> options) {
    try {
      return ConfigFiles.load().with(COMMAND_LINE, options);
    } catch (ConfigException e) {
      throw failure(e);
    }
  }

  /**
   * Sets all that is in force.
   *
   * @throws CommandFailure with one sentence where a value is none
   */
  static void apply(Config config, Session session) {
    try {
      session.config(config);
      checkAliases(config, session);
      checkChoices(config);
      LogFile.open(config);
    } catch (ConfigException e) {
      throw failure(e);
    }
  }

  /** An alias that hides a command would make scripts mean something else. */
  private static void checkAliases(Config config, Session session) {
    Map<String, Config.Entry> aliases = config.get(Section.ALIAS);
    List<String> commands = aliases.isEmpty() ? List.of() : new Commands(session).names();
    aliases.forEach((name, entry) -> {
      if (commands.contains(name)) {
        throw ConfigException.unfit(
            entry.origin(),
            "alias." + name,
            "it another name, as that is a command of the console");
      }
    });
  }

  private static void checkChoices(Config config) {
    Config.Entry colours = config.get(Key.COLOURS);
    if (!COLOURS.contains(colours.text())) {
      throw ConfigException.unfit(
          colours.origin(), Key.COLOURS.label(), String.join(", ", COLOURS));
    }
    Config.Entry retained = config.get(Key.RETAIN_FOR);
    if (!retained.text().equals("none") && Timeouts.parse(retained.text()).isEmpty()) {
      throw ConfigException.unfit(
          retained.origin(), Key.RETAIN_FOR.label(), "a duration such as 6s or 5m30s, or none");
    }
  }

  private static CommandFailure failure(ConfigException e) {
    String sentence = String.valueOf(e.getMessage());
    if (e.unknownKey().isEmpty()) {
      return CommandFailure.usage(sentence);
    }
    return CommandFailure.usage(
        "%s: %sthere are %s"
            .formatted(
                sentence,
                Nearest.question(e.unknownKey(), e.known()),
                String.join(", ", e.known())));
  }
}
