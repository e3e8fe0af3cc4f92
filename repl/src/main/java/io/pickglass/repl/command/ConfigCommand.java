package io.pickglass.repl.command;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.ConfigText;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.view.Line;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code config}. */
@Command(
    name = "config",
    description = {
      "What is set, and where: the file pickglass.toml of the user, that of the working directory,"
          + " the command line; what comes later wins.",
      "The answer is such a file: put into a working directory, it sets the same."
    })
final class ConfigCommand extends ReplCommand {
  ConfigCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Config config = session.config();
    session.answer(
        () -> Arrays.stream(Key.values()).map(key -> json(key, config)).toList(),
        () -> ConfigText.lines(config).stream().map(Line::plain).toList());
  }

  private static Map<String, Object> json(Key key, Config config) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", key.label());
    json.put("value", config.get(key).value());
    json.put("origin", config.get(key).origin());
    return json;
  }
}
