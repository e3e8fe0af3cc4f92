package io.pickglass.repl.top.page;

import io.pickglass.model.Worker;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import java.util.List;
import java.util.Optional;

/** The workers of a runtime, with the task that each one runs now and for how long. */
final class WorkersPage extends TablePage<Worker> {
  private static final List<Col<Worker>> COLUMNS =
      List.of(
          Col.text("Worker", "the thread in its place", 0, "", Worker::threadName),
          Col.text("State", "what the thread does", 2, "", Worker::state),
          Col.text(
              "Task",
              "the monitor and the name of what it polls now",
              1,
              "",
              worker -> (worker.monitor() + " " + worker.task()).strip()),
          Col.time(
              "For",
              "for how long it has polled that",
              1,
              "",
              worker -> worker.monitor().isEmpty() ? -1 : worker.taskNanos()),
          Col.count("Polls", "how many polls have begun on it", 3, "", Worker::pollCount),
          Col.time("Busy", "the time in them", 2, "", Worker::busyNanos),
          Col.count("Parks", "how often it began to wait", 5, "", Worker::parkCount),
          Col.count("Noops", "parks that found nothing, at least", 6, "", Worker::noopCountAtLeast),
          Col.count("Steals", "what it took from others' queues", 6, "", Worker::stealCount),
          Col.count("Queue", "what waits in its own queue", 4, "", Worker::localQueueDepth),
          Col.time("Cpu", "its processor time", 3, "", Worker::cpuNanos));

  private final String runtime;
  private final Recent<List<Worker>> recent = new Recent<>();

  WorkersPage(String runtime) {
    super(new Grid<>(COLUMNS, worker -> Integer.toString(worker.index()), "Worker"));
    this.runtime = runtime;
  }

  @Override
  public String name() {
    return "workers of " + runtime;
  }

  @Override
  public Question question() {
    return target -> {
      List<Worker> workers = target.workers(runtime);
      long millis = System.currentTimeMillis();
      return () -> recent.add(millis, workers);
    };
  }

  @Override
  public void at(long moment) {
    grid.takeAll(recent.at(moment).orElse(List.of()));
  }

  @Override
  public void forget() {
    recent.clear();
    grid.clear();
  }

  @Override
  List<Row> head(int ofWidth, Look with) {
    return List.of(
        Row.of(
            Span.bold("%s (%d workers)".formatted(runtime, grid.total()), Ink.STRONG),
            Span.of("  counts since it is watched", Ink.NOTE)));
  }

  @Override
  public Optional<Page> opened() {
    return Optional.of(new SubjectPage(Subject.RUNTIME, runtime));
  }
}
