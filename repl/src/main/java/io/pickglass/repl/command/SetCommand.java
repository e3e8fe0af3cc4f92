package io.pickglass.repl.command;

import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.SwitchesView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code set}. */
@Command(
    name = "set",
    description = {
      "Show or change a setting of this console, or switch monitors off and on.",
      "timeout: how long a target may take to answer, e.g. 10s. output: text or json.",
      "`set NAME enabled=off` switches a monitor off, `set enabled=off` all of them, `on` on again:"
          + " tasks that begin meanwhile are not watched."
    })
final class SetCommand extends ReplCommand {
  private static final String ENABLED = "enabled=";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SETTING",
      completionCandidates = Names.class,
      description = "timeout or output, both are shown without; or a monitor; or enabled=on|off.")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      completionCandidates = Values.class,
      description = "Its new value.")
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
    } else if (value == null && name.startsWith(ENABLED)) {
      turnAll(isOn(name));
    } else if (value != null && value.startsWith(ENABLED)) {
      turn(name, isOn(value));
    } else if (value == null) {
      print(find(name));
    } else {
      find(name).set(session, value);
    }
  }

  private static boolean isOn(String word) {
    return switch (word.substring(ENABLED.length())) {
      case "on" -> true;
      case "off" -> false;
      default -> throw CommandFailure.usage("`" + word + "`: give enabled=on or enabled=off");
    };
  }

  private void turnAll(boolean on) {
    Target target = session.target();
    target.turn(on);
    Switches now = target.switches();
    if (session.isJson()) {
      session.print(Map.of("enabled", now.all()));
    } else {
      List<String> off = SwitchesView.sentences(target.names().monitors(), now);
      if (now.all()) {
        print(List.of(off.isEmpty() ? "all monitors are on" : "all others are on"));
      }
      print(off);
    }
  }

  private void turn(String monitor, boolean on) {
    Target target = session.target();
    target.turn(monitor, on);
    Switches now = target.switches();
    if (session.isJson()) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("monitor", monitor);
      answer.put("enabled", now.watches(monitor));
      session.print(answer);
    } else {
      // It may be off though it was turned on: with all others.
      List<String> off = SwitchesView.sentences(List.of(monitor), now);
      print(off.isEmpty() ? List.of(monitor + " is on") : off);
    }
  }

  private void print(List<String> sentences) {
    sentences.forEach(sentence -> session.output().line(Line.plain(sentence)));
  }

  private static Setting find(String label) {
    return Setting.labelled(label)
        .orElseThrow(() ->
            CommandFailure.usage(
                "`%s` is no setting: %sthere are %s; `set NAME enabled=off` switches a monitor off"
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

  /** Completes what is set. */
  static final class Names implements Iterable<String> {
    private final Session session;

    Names(Session session) {
      this.session = session;
    }

    @Override
    public Iterator<String> iterator() {
      List<String> names = new ArrayList<>(Setting.labels());
      names.addAll(List.of(ENABLED + "on", ENABLED + "off"));
      names.addAll(session.knownNames().monitors());
      return names.iterator();
    }
  }

  /** Completes to what. */
  static final class Values implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(ENABLED + "on", ENABLED + "off", "text", "json").iterator();
    }
  }
}
