package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code set}. */
@Command(
    name = "set",
    description = {
      "Show or change a setting of this console.",
      "timeout: how long a target may take to answer, e.g. 10s. output: text or json."
    })
final class SetCommand extends ReplCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SETTING",
      completionCandidates = Setting.Labels.class,
      description = "One of ${COMPLETION-CANDIDATES}; all are shown without.")
  private @Nullable String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "Its new value.")
  private @Nullable String value;

  SetCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (name == null) {
      for (Setting setting : Setting.values()) {
        print(setting);
      }
      return;
    }
    Setting setting = find(name);
    if (value == null) {
      print(setting);
    } else {
      setting.set(session, value);
    }
  }

  private static Setting find(String label) {
    return Setting.labelled(label)
        .orElseThrow(() ->
            CommandFailure.usage(
                "`%s` is no setting: %sthere are %s"
                    .formatted(
                        label,
                        Nearest.question(label, Setting.labels()),
                        String.join(" and ", Setting.labels()))));
  }

  private void print(Setting setting) {
    if (session.isJson()) {
      session.print(Map.of(setting.label(), setting.get(session)));
    } else {
      String line = "%-8s %s".formatted(setting.label(), setting.get(session));
      session.output().line(Line.plain(line));
    }
  }
}
