package io.pickglass.repl.top.page;

import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskWait;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.view.EvidenceView;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.TaskView;
import io.pickglass.repl.view.TaskWaitView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One task, as long as it is kept; what was last known of it stays. */
final class TaskPage extends DocPage {
  private record Answer(TaskDetail detail, TaskEvidence evidence, Optional<TaskWait> waiting) {}

  private final String id;
  private final Recent<Answer> recent = new Recent<>();
  private Optional<Answer> shown = Optional.empty();
  private boolean logarithmic = true;
  private long moment;

  TaskPage(String id) {
    this.id = id;
  }

  @Override
  public String name() {
    return "task " + id;
  }

  @Override
  public Question question() {
    return (target, clock) -> {
      Answer answer = new Answer(target.task(id), target.evidence(id), wait(target));
      long millis =
          clock.told(answer.detail.task().createdMillis() + age(answer.detail) / 1_000_000);
      return () -> recent.add(millis, answer);
    };
  }

  private Optional<TaskWait> wait(Target target) {
    try {
      return Optional.of(target.resources().ofTask(id));
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.UNREACHABLE) {
        throw e;
      }
      return Optional.empty(); // it has just ended, or the target is older than that question
    }
  }

  /** Since it was made; an ended one has been in its state since its end. */
  private static long age(TaskDetail detail) {
    return switch (detail.task().state()) {
      case "running", "scheduled", "idle" -> detail.task().totalNanos();
      default -> detail.task().totalNanos() + detail.task().stateNanos();
    };
  }

  @Override
  List<Row> text(int width, Look look) {
    List<Row> rows = new ArrayList<>();
    if (shown.isEmpty()) {
      rows.add(
          Row.of(
              moment == 0
                  ? name()
                  : name() + ": nobody looked at it at that moment; \\ shows it as it is now",
              Ink.NOTE));
      return rows;
    }
    Answer answer = shown.get();
    TaskView.lines(answer.detail, width, look.symbols()).forEach(line -> rows.add(Row.of(line)));
    rows.addAll(Chart.rows("polls", answer.detail.polls(), logarithmic, width, look));
    rows.addAll(Chart.rows("scheduled", answer.detail.waits(), logarithmic, width, look));
    List<Line> waiting =
        answer
            .waiting
            .map(wait -> TaskWaitView.lines(wait, width, look.symbols()))
            .orElse(List.of());
    EvidenceView.lines(answer.evidence, waiting, width, look.symbols())
        .forEach(line -> rows.add(Row.of(line)));
    return rows;
  }

  /** Who has made it and what it has made; who has woken it; for what it waits and who has that. */
  @Override
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    shown.ifPresent(answer -> {
      TaskDetail detail = answer.detail;
      ids.add(detail.task().parent());
      ids.add(detail.task().wokenBy());
      detail.sections().forEach(row -> ids.add(row.id()));
      detail.children().forEach(row -> ids.add(row.id()));
      answer
          .waiting
          .map(TaskWait::waiting)
          .ifPresent(wait -> {
            ids.add(wait.resource());
            ids.add(wait.holder());
          });
    });
    ids.remove(id);
    return ids;
  }

  @Override
  public boolean press(Key key) {
    if (key.is("L")) {
      logarithmic = !logarithmic;
      return true;
    }
    return super.press(key);
  }

  @Override
  public List<String> controls() {
    List<String> all = new ArrayList<>(super.controls());
    all.add(logarithmic ? "L linear bars" : "L logarithmic bars");
    return all;
  }

  @Override
  public void at(long newMoment) {
    moment = newMoment;
    shown = recent.at(moment);
  }

  @Override
  public void forget() {
    recent.clear();
    shown = Optional.empty();
  }
}
