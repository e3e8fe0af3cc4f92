package io.pickglass.wires;

import io.pickglass.Pickglass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/**
 * The program of the child processes: a few tasks that are over, one that goes on, then waiting.
 */
final class Watched {
  /** The monitor whose tasks are all over; its numbers stand still. */
  static final String DONE = "users.insert";

  /** The monitor of the sections inside those tasks. */
  static final String SECTION = "db.insert";

  /** The monitor of one task that never ends; its numbers move. */
  static final String MOVING = "heart-beat";

  /** The pools that are watched, one of each kind. */
  static final String THREAD_POOL = "reports";

  static final String FORK_JOIN_POOL = "sums";

  // Nobody but they keeps them.
  private static final ExecutorService REPORTS = Executors.newFixedThreadPool(2);
  private static final ForkJoinPool SUMS = new ForkJoinPool(2);

  /** Printed when all is set up. */
  static final String READY = "ready";

  static final int TASKS = 20;

  private Watched() {}

  /** Starts the library and runs the tasks; returns when those of {@link #DONE} are over. */
  static void work() throws InterruptedException {
    Pickglass.start();
    // So that nothing is missing that can be there.
    Pickglass.carrierParks(true);
    Pickglass.watch(REPORTS, THREAD_POOL);
    Pickglass.watch(SUMS, FORK_JOIN_POOL);
    List<Thread> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(Pickglass.monitor(DONE).start(Watched::insert));
    }
    for (Thread task : tasks) {
      task.join();
    }
    var _ = Pickglass.monitor(MOVING).start(() -> beat());
  }

  private static void insert() {
    Thread.yield();
    Pickglass.monitor(SECTION).run((Runnable) () -> pause(2));
    pause(1);
  }

  private static void beat() {
    while (!Thread.currentThread().isInterrupted()) {
      pause(3);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) throws Exception {
    work();
    System.out.println(READY);
    // Its parent holds the other end: when the parent is gone, so is the child.
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }
}
