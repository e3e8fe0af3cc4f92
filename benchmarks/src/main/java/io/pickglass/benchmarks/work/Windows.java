package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Looks at work in a process of its own, through one window for each line of its input, which says
 * how many milliseconds long: for variants that are options of a JVM.
 */
public final class Windows {
  /** The variant of a process that the agent watches, and else nobody. */
  static final String AGENT = "AGENT";

  private Windows() {}

  /**
   * Runs it.
   *
   * @param args the {@link Work} of virtual threads, or {@link Delegate} of tasks; the variant, of
   *     which {@link #AGENT} is another word for none
   */
  public static void main(String[] args) throws Exception {
    boolean agent = args[1].equals(AGENT);
    if (args[0].equals(Delegate.POOL.name())) {
      tasks(agent ? Wrapper.NOTHING.name() : args[1], agent);
    } else {
      polls(Work.valueOf(args[0]), agent ? Variant.PLAIN.name() : args[1], agent);
    }
    // What the agent or a pool has left does not keep us.
    System.exit(0);
  }

  /** The variants do what they are called: with the agent alone there is a monitor of nobody. */
  private static void check(boolean agent) {
    boolean found =
        Pickglass.monitors().stream().anyMatch(monitor -> monitor.name().startsWith("Tasks."));
    if (found != agent) {
      throw new IllegalStateException(
          "agent: " + agent + ", and there are the monitors " + Pickglass.monitors());
    }
  }

  private interface Look {
    void into(Window window, int millis) throws Exception;
  }

  private static void polls(Work work, String variant, boolean agent) throws Exception {
    Polls polls = new Polls();
    polls.work = work;
    polls.tasks = 1;
    polls.monitors = 1;
    polls.variants = variant;
    polls.prime();
    check(agent);
    answer((window, millis) -> {
      polls.millis = millis;
      polls.nextTurn();
      polls.window(window);
      polls.end();
    });
  }

  private static void tasks(String variant, boolean agent) throws Exception {
    PoolTasks tasks = new PoolTasks();
    tasks.variants = variant;
    tasks.open();
    check(agent);
    answer((window, millis) -> {
      tasks.millis = millis;
      tasks.nextTurn();
      tasks.tasks(window);
    });
    tasks.close();
  }

  private static void answer(Look look) throws Exception {
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Window window = new Window();
      look.into(window, Integer.parseInt(line));
      System.out.println(window.nanos + " " + window.bytes);
    }
  }
}
