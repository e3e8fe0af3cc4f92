package io.pickglass.repl.command;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.TaskRow;
import io.pickglass.model.Verdict;
import io.pickglass.model.Worker;
import io.pickglass.repl.explain.Clue;
import io.pickglass.repl.explain.Question;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What else is known at this moment, for each question: here is the place for every further kind of
 * evidence, such as warnings. What a target does not tell is left out.
 */
final class ExplainClues {
  private static final int MOST = 3;
  private static final Map<String, Question> BY_STATE =
      Map.of(
          "idle", Question.WAITS,
          "running", Question.COMPUTES,
          "scheduled", Question.READY);

  private final Target target;
  private final Symbols symbols;

  ExplainClues(Target target, Symbols symbols) {
    this.target = target;
    this.symbols = symbols;
  }

  /** Of a monitor: the tasks that have been longest in each state, and who has the carriers. */
  List<Clue> ofMonitor(String monitor, List<String> schedulers) {
    List<Clue> clues =
        new ArrayList<>(told(() -> new WaitClues(target, symbols).ofMonitor(monitor)));
    for (String state : List.of("idle", "running", "scheduled")) {
      TaskQueryText query =
          new TaskQueryText()
              .compared("monitor", "=", monitor)
              .states(List.of(state))
              .clause("sort", "inState")
              .clause("limit", Integer.toString(MOST));
      for (TaskRow task : told(() -> target.tasks(query.toString()).rows())) {
        clues.add(new Clue(BY_STATE.getOrDefault(state, Question.WAITS), sentence(task)));
      }
    }
    told(() -> slowest(monitor))
        .forEach(poll -> clues.add(new Clue(Question.COMPUTES, sentence(poll))));
    for (String scheduler : schedulers) {
      ofWorkers(scheduler, Question.READY, clues);
      ofWorkers(scheduler, Question.TAKEN, clues);
    }
    return clues;
  }

  private List<SlowPoll> slowest(String monitor) {
    SlowPoll slowest = target.slowPolls(monitor, 0).slowest();
    return slowest == null ? List.of() : List.of(slowest);
  }

  /** Of a runtime: what its workers run. */
  List<Clue> ofRuntime(String runtime) {
    List<Clue> clues = new ArrayList<>();
    ofWorkers(runtime, Question.TAKEN, clues);
    return clues;
  }

  private void ofWorkers(String runtime, Question question, List<Clue> clues) {
    told(() -> target.workers(runtime)).stream()
        .filter(worker -> !worker.monitor().isEmpty())
        .limit(MOST)
        .forEach(worker -> clues.add(new Clue(question, sentence(worker))));
  }

  private String sentence(TaskRow task) {
    String since = Durations.brief(Math.max(0, task.stateNanos()), symbols);
    String woken = task.wokenBy().isEmpty() ? "" : ", last woken by " + task.wokenBy();
    return "now: `task %s` is %s for %s%s".formatted(task.id(), task.state(), since, woken);
  }

  private String sentence(SlowPoll poll) {
    String at = poll.frames().isEmpty() ? "" : ", at " + poll.frames().getFirst();
    return "the slowest poll that was looked into had run for %s: %s%s"
        .formatted(
            Durations.brief(poll.runningNanos(), symbols),
            Verdict.ofText(poll.verdict()).sentence(),
            at);
  }

  private String sentence(Worker worker) {
    return "now: %s has run a task of `%s` for %s, and its thread is %s"
        .formatted(
            worker.threadName(),
            worker.monitor(),
            Durations.brief(Math.max(0, worker.taskNanos()), symbols),
            worker.state());
  }

  /** An older target knows less, another policy tells less: then there is no such clue. */
  private static <T> List<T> told(Supplier<List<T>> question) {
    try {
      return question.get();
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.UNREACHABLE) {
        throw e;
      }
      return List.of();
    }
  }
}
