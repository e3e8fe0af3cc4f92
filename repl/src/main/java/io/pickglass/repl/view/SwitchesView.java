package io.pickglass.repl.view;

import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import java.util.Collection;
import java.util.List;

/** What is said of monitors that are switched off, lest they look as if nothing happened. */
public final class SwitchesView {
  private static final String NOT_WATCHED = "new tasks are not watched";

  private SwitchesView() {}

  /** What must be known to read the numbers of these monitors; nothing where all are on. */
  public static List<String> sentences(Collection<String> monitors, Switches switches) {
    if (!switches.all()) {
      return List.of("all monitors are off: " + NOT_WATCHED + "; `set enabled=on` turns them on");
    }
    List<String> off = switches.offAmong(monitors);
    return switch (off.size()) {
      case 0 -> List.of();
      case 1 ->
          List.of(
              "%s is off: its %s; `set %s enabled=on` turns it on"
                  .formatted(off.getFirst(), NOT_WATCHED, off.getFirst()));
      default ->
          List.of(
              "%d monitors are off: their %s; `set NAME enabled=on` turns one on: %s"
                  .formatted(off.size(), NOT_WATCHED, String.join(", ", off)));
    };
  }

  /** The same as remarks of a view. */
  static List<Line> lines(Collection<String> monitors, Switches switches, int width) {
    return sentences(monitors, switches).stream()
        .flatMap(sentence -> Paragraph.of(sentence, "", width).stream())
        .map(Line::note)
        .toList();
  }

  /** The name, marked if it is that of a monitor that is off. */
  static String marked(Interval<?> interval, Switches switches) {
    boolean off = interval instanceof TaskInterval && !switches.watches(interval.name());
    return off ? interval.name() + " (off)" : interval.name();
  }
}
