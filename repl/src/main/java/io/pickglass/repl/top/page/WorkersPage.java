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
    return (target, clock) -> {
      List<Worker> workers = target.workers(runtime);
      long millis = clock.millis();
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
            Span.bold(
                "%s (%d worker%s)".formatted(runtime, grid.total(), grid.total() == 1 ? "" : "s"),
                Ink.STRONG),
            Span.of("  counts since it is watched", Ink.NOTE)));
  }

  @Override
  public Optional<Page> opened() {
    Worker worker = grid.selectedRow();
    return worker == null || worker.monitor().isEmpty()
        ? Optional.of(new SubjectPage(Subject.RUNTIME, runtime))
        : Optional.of(task(worker));
  }

  /** What it polls; a worker tells the name of that, or the number of a thread without one. */
  private static Page task(Worker worker) {
    String name = worker.task();
    if (name.startsWith("#")) {
      return new TaskPage("v" + name.substring(1));
    }
    String running = "state = running and monitor = " + TaskQuestion.quoted(worker.monitor());
    return new TasksPage(
        "", name.isEmpty() ? running : running + " and name = " + TaskQuestion.quoted(name));
  }

  @Override
  public List<String> controls() {
    return List.of("Enter its task or the runtime", "i invert", "c columns", "y copy");
  }
}
