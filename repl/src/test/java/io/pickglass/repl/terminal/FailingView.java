package io.pickglass.repl.terminal;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.WarningsAnswer;
import io.pickglass.repl.top.Top;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** The full screen over a target whose answer no view can draw. */
final class FailingView {
  private FailingView() {}

  public static void main(String[] args) {
    Target target =
        (Target)
            Proxy.newProxyInstance(
                FailingView.class.getClassLoader(),
                new Class<?>[] {Target.class},
                (_, method, _) -> answer(method.getName()));
    Top.run(FullScreen.ofThisProcess(Config.NONE), "failing", "6s", () -> target);
  }

  private static Object answer(String question) {
    List<TaskRow> noRow = Collections.singletonList(null);
    return switch (question) {
      case "name" -> "failing";
      case "isLive" -> true;
      case "describe" ->
          new Info(
              "1",
              1,
              "EXACT",
              "",
              "",
              "now",
              new Names(List.of(), List.of()),
              Switches.ON,
              1,
              1,
              1);
      case "warnings" -> new WarningsAnswer(List.of(), List.of());
      case "tasks" -> new TaskList("", 1, 1, 0, 0, 1, 0, 0, 1, 0, noRow, List.of());
      default -> null;
    };
  }
}
