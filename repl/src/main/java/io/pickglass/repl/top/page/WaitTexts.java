package io.pickglass.repl.top.page;

import io.pickglass.model.Wait;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.WaitText;
import java.util.Map;
import java.util.stream.Collectors;

/** For what tasks wait, in a cell. */
final class WaitTexts {
  private static final int MOST = 1_000;

  private WaitTexts() {}

  /** By the id of the task; of very many those that have waited longest. */
  static Map<String, String> of(Target target) {
    return target.resources().waits(MOST).stream()
        .collect(Collectors.toMap(Wait::task, WaitTexts::text, (first, _) -> first));
  }

  private static String text(Wait wait) {
    String holder = wait.holder().isEmpty() ? "" : " of " + wait.holder();
    return WaitText.what(wait.resource(), wait.resourceType()) + holder;
  }
}
