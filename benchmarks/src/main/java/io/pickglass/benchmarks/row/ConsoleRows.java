package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.row.Reading.Amount;
import io.pickglass.benchmarks.row.Reading.Ratio;
import java.util.List;

/** The rows of the console. */
final class ConsoleRows {
  private static final String OURS = "PICKGLASS";

  private ConsoleRows() {}

  static List<Row> all() {
    return List.of(
        refresh("P13", "JMX", "Asked of another process on this machine, in one round trip."),
        refresh("P13.jolokia", "JOLOKIA", "As in P13, over HTTP on the loopback interface."),
        Row.of(
            "P15",
            "the console: start of the process to the prompt, connected to a process",
            Aim.atMost(500),
            Unit.MILLIS,
            Plans.PROMPTS,
            new Amount("nanos", OURS),
            "By the clock on the wall, of ./pickglass PID in a terminal, with the class archive that"
                + " an earlier start has made."),
        Row.of(
            "P15.unprepared",
            "the same without the class archive, as when it is started for the first time",
            null,
            Unit.MILLIS,
            Plans.PROMPTS,
            new Amount("nanos", "UNPREPARED"),
            "As in P15."),
        beside("P15.jshell", "the same ÷ jshell, which connects to nothing", "JSHELL"),
        beside("P15.jmxterm", "the same ÷ jmxterm, connected to the same process", "JMXTERM"));
  }

  private static Row refresh(String id, String wire, String how) {
    return Row.of(
        id,
        "all numbers of 100 monitors, as the console asks for them, over " + wire,
        Aim.atMost(20),
        Unit.MILLIS,
        Plans.REFRESHES,
        new Amount("nanos", wire),
        how);
  }

  private static Row beside(String id, String what, String peer) {
    return Row.of(
        id,
        what,
        Aim.atMost(1),
        Unit.MILLIS,
        Plans.PROMPTS,
        new Ratio("nanos", OURS, List.of(peer)),
        "As in P15; the peer as it comes, jmxterm with jdk.jconsole opened to it, without which it"
            + " finds no local process.");
  }
}
