package io.pickglass.repl.command;

import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.view.SwitchesView;
import java.util.ArrayList;
import java.util.List;

/** What is said about a target after connecting to it. */
public final class Greeting {
  private Greeting() {}

  /** One sentence for every target. */
  public static String connected(String name, Info info) {
    return "connected to %s: Pickglass %s, tracking mode %s, %s, %s"
        .formatted(
            name,
            info.version(),
            info.trackingMode(),
            count(info, Subject.MONITOR),
            count(info, Subject.RUNTIME));
  }

  /** Of a target that has none of what we came for. */
  static String without(String name) {
    return "connected to %s, which has no Pickglass: `mbeans`, `describe`, `get`, `set` and `invoke` work, for the rest %s"
        .formatted(
            name,
            name.startsWith("process ")
                ? "`attach " + name.substring("process ".length()) + "` puts its agent in"
                : "`pickglass attach PID` puts its agent in");
  }

  private static String count(Info info, Subject subject) {
    int n = info.names().of(subject).size();
    return n == 1 ? "1 " + subject.word() : n + " " + subject.plural();
  }

  /** What a user must know to read its numbers; usually nothing. */
  public static List<String> warnings(String name, Info info) {
    List<String> warnings = new ArrayList<>();
    if (!info.isExact()) {
      warnings.add("only task counts are known in " + name + ", polls are not: " + info.reason());
    }
    if (info.protocolVersion() != Info.PROTOCOL) {
      warnings.add(
          "%s speaks protocol %d and this console %d: what both know is shown"
              .formatted(name, info.protocolVersion(), Info.PROTOCOL));
    }
    warnings.addAll(SwitchesView.sentences(info.monitors(), info.switches()));
    return warnings;
  }
}
