package io.pickglass.repl.top.page;

import io.pickglass.repl.view.TaskState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is typed after {@code /}: a word to look for, or an expression of the target's language. */
final class TaskFilter {
  private static final List<String> TEXTS =
      List.of("name", "location", "target", "monitor", "kind");

  private TaskFilter() {}

  /** The condition; empty for none. */
  static Optional<String> condition(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches(".*[=<>~].*")) {
      return Optional.of(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (TaskState.words().contains(lower)) {
      return Optional.of("state = " + lower);
    }
    String quoted = TaskQuestion.quoted(text);
    String anywhere =
        TEXTS.stream().map(column -> column + " ~ " + quoted).collect(Collectors.joining(" or "));
    return Optional.of(lower.matches("[vxahs]\\d+") ? anywhere + " or id = " + quoted : anywhere);
  }
}
