package io.pickglass.repl.run;

import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.target.LocalJvms;
import io.pickglass.repl.target.LocalJvms.Presence;
import io.pickglass.repl.target.LocalJvms.Probed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The target when none is named: the only JVM of this machine that has Pickglass. */
final class DefaultTarget {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private DefaultTarget() {}

  /** The one of the configuration, which has been read; else that JVM. */
  static void setFor(Session session) {
    String usual = session.config().get(Key.DEFAULT_TARGET).text();
    session.defaultTarget(() -> usual.isEmpty() ? choose(session.timeout()) : usual);
  }

  private static String choose(Duration timeout) {
    Duration time = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    List<Probed> found =
        LocalJvms.probe(time, false).stream().filter(j -> j.presence() == Presence.YES).toList();
    if (found.size() == 1) {
      return Long.toString(found.getFirst().jvm().pid());
    }
    if (found.isEmpty()) {
      throw CommandFailure.unreachable(
          "not connected, and no JVM found here that has Pickglass: `attach PID` puts its agent into"
              + " one that runs (`jvms` lists them), `pickglass run` starts one with it; or try"
              + " `pickglass demo`, or `connect TARGET`");
    }
    String all =
        found.stream()
            .map(jvm -> jvm.jvm().pid() + " (" + jvm.jvm().program() + ")")
            .collect(Collectors.joining(", "));
    throw CommandFailure.unreachable(
        "not connected: %d JVMs here have Pickglass: connect to one of the process ids %s"
            .formatted(found.size(), all));
  }
}
