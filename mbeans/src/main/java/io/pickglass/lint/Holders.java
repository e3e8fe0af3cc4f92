package io.pickglass.lint;

import io.pickglass.model.TaskKind;
import io.pickglass.model.Worker;
import io.pickglass.monitor.TaskReading;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import io.pickglass.runtime.Sight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what the threads are taken for which tasks wait. Asked only where a task waits for long, and
 * then once per look.
 *
 * <p>Threads: one.
 */
final class Holders {
  private static final int MOST_LINES = 10;

  private final Runtimes runtimes;
  private final Map<String, Held> byRuntime = new HashMap<>();
  private @Nullable Map<String, List<Worker>> pools;

  /**
   * What holds the threads of a runtime.
   *
   * @param longest who has held one longest; empty if nobody is known
   * @param lines a line for each, those that have held longest first
   */
  record Held(String longest, List<String> lines) {
    static final Held UNKNOWN = new Held("", List.of());

    static Held by(List<Worker> workers) {
      if (workers.isEmpty()) {
        return UNKNOWN;
      }
      List<Worker> busy =
          workers.stream()
              .filter(worker -> !worker.monitor().isEmpty())
              .sorted(Comparator.comparingLong(Worker::taskNanos).reversed())
              .toList();
      List<String> lines = new ArrayList<>();
      busy.stream().limit(MOST_LINES).map(Held::line).forEach(lines::add);
      if (busy.size() > MOST_LINES) {
        lines.add("… and " + (busy.size() - MOST_LINES) + " more");
      }
      int others = workers.size() - busy.size();
      if (others > 0) {
        lines.add(
            others
                + " of "
                + workers.size()
                + (others == 1 ? " threads runs" : " threads run")
                + " nothing that is watched");
      }
      return new Held(
          busy.isEmpty() ? "" : holds(busy.getFirst()) + ", longest of all", List.copyOf(lines));
    }

    private static String line(Worker worker) {
      return worker.threadName() + ": " + holds(worker);
    }

    private static String holds(Worker worker) {
      return nameOf(worker.task())
          + " of "
          + worker.monitor()
          + " has held one for "
          + Amount.NANOS.text(worker.taskNanos());
    }
  }

  /** A thread without a name has its number there: it is called by its id here, as everywhere. */
  private static String nameOf(String task) {
    return task.isEmpty() ? "a task" : Sentences.clipped(task.replaceFirst("^#(?=\\d+$)", "v"));
  }

  Holders(Runtimes runtimes) {
    this.runtimes = runtimes;
  }

  /** What holds the threads for which that task waits. */
  Held of(TaskReading task) {
    return task.kind() == TaskKind.VIRTUAL || task.kind() == TaskKind.SECTION
        ? of(Runtimes.VIRTUAL_THREADS)
        : ofPoolsThatRun(task.monitor());
  }

  /** What holds the threads of that runtime. */
  Held of(String runtime) {
    return byRuntime.computeIfAbsent(
        runtime,
        name -> {
          RuntimeMonitor monitor = runtimes.named(name);
          return monitor == null ? Held.UNKNOWN : Held.by(monitor.workers());
        });
  }

  // Nobody tells in which pool a task waits: it is one that runs others of its monitor.
  private Held ofPoolsThatRun(String monitor) {
    Map<String, List<Worker>> all = pools == null ? pools() : pools;
    pools = all;
    List<Worker> workers = new ArrayList<>();
    for (List<Worker> pool : all.values()) {
      if (pool.stream().anyMatch(worker -> worker.monitor().equals(monitor))) {
        workers.addAll(pool);
      }
    }
    return byRuntime.computeIfAbsent(" " + monitor, _ -> Held.by(workers));
  }

  private Map<String, List<Worker>> pools() {
    Map<String, List<Worker>> all = new HashMap<>();
    Sight sight = runtimes.sight();
    for (RuntimeMonitor runtime : runtimes.all()) {
      if (!runtime.name().equals(Runtimes.VIRTUAL_THREADS)) {
        all.put(runtime.name(), runtime.workers(sight));
      }
    }
    return all;
  }
}
