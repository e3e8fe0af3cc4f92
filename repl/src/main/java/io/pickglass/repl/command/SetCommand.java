package io.pickglass.repl.command;

import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Beans;
import io.pickglass.repl.target.Beans.Read;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.SwitchesView;
import io.pickglass.repl.view.ValueView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code set}. */
@Command(
    name = "set",
    description = {
      "Show or change a setting of this console, switch monitors off and on, or set an attribute of"
          + " any MBean.",
      "timeout: how long a target may take to answer, e.g. 10s. output: text, json or csv.",
      "`set NAME enabled=off` switches a monitor off, `set enabled=off` all of them, `on` on again:"
          + " tasks that begin meanwhile are not watched.",
      "`set MBEAN ATTRIBUTE VALUE` sets an attribute, such as `set Memory Verbose true`."
    })
final class SetCommand extends ReplCommand {
  private static final String ENABLED = "enabled=";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SETTING",
      completionCandidates = Names.class,
      description =
          "timeout or output, both are shown without; a monitor; enabled=on|off; an MBean.")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      completionCandidates = Values.class,
      description = "Its new value, or the attribute.")
  private @Nullable String value;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "NEW",
      description = "The new value of the attribute.")
  private @Nullable String attributeValue;

  SetCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (attributeValue != null && value != null && name != null) {
      setAttribute(name, value, attributeValue);
    } else if (name == null) {
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

  private void setAttribute(String bean, String attribute, String text) {
    Beans beans = session.target().beans();
    String found = BeanNames.find(beans, bean);
    beans.set(found, attribute, text);
    // As it is there now: some MBeans take a value and make another of it.
    Read now = Objects.requireNonNull(beans.get(found, List.of(attribute)).get(attribute));
    if (session.isJson()) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("mbean", found);
      json.put("attribute", attribute);
      json.put("value", now.value());
      session.print(json);
    } else if (now.isThere()) {
      Output output = session.output();
      print(List.of(attribute + " is " + ValueView.brief(now.value(), output.symbols())));
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
      names.addAll(session.known().names().monitors());
      names.addAll(session.known().beans().names());
      return names.iterator();
    }
  }

  /** Completes to what. */
  static final class Values implements AfterWords {
    private final AfterWords attributes;

    Values(Session session) {
      this.attributes = new BeanCandidates.Writable(session);
    }

    @Override
    public List<String> after(List<String> arguments) {
      List<String> ofBean = attributes.after(arguments);
      return ofBean.isEmpty() ? List.of(ENABLED + "on", ENABLED + "off", "text", "json") : ofBean;
    }
  }
}
