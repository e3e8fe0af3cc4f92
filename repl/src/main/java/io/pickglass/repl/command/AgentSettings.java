package io.pickglass.repl.command;

import io.pickglass.agent.AgentOptions;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent's own settings, as they are typed: words such as {@code group=class}. */
public final class AgentSettings implements Iterable<String> {
  /** What they are, for the help. */
  public static final String HELP =
      "What the agent shall do: group=site|class|package|name|none, include=PATTERN,"
          + " exclude=PATTERN, section=PATTERN, max-monitors=N, live-tasks=N, ended-tasks=N,"
          + " ended-seconds=N, name.MONITOR=PATTERN. In a pattern * stands for anything, and |"
          + " separates several.";

  /**
   * Reads them as the agent will.
   *
   * @param words each one setting, or several with commas between
   * @return them in one text; empty for none
   * @throws CommandFailure where the agent would not understand them
   */
  public static String text(@Nullable List<String> words) {
    String text = words == null ? "" : String.join(",", words);
    try {
      var _ = AgentOptions.of(text);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(String.valueOf(e.getMessage()));
    }
    return text;
  }

  /** As the agent says of itself what it does; empty stands for its defaults. */
  static String effective(String text) {
    return AgentOptions.of(text).toString();
  }

  /** Completes them. */
  @Override
  public Iterator<String> iterator() {
    return List.of(
            "group=site",
            "group=class",
            "group=package",
            "group=name",
            "group=none",
            "include=",
            "exclude=",
            "section=",
            "max-monitors=",
            "live-tasks=",
            "ended-tasks=",
            "ended-seconds=",
            "name.")
        .iterator();
  }
}
