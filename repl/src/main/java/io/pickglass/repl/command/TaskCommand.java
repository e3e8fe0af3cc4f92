package io.pickglass.repl.command;

import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskRow;
import io.pickglass.model.TaskWait;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.EvidenceView;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.RecordJson;
import io.pickglass.repl.view.TaskJson;
import io.pickglass.repl.view.TaskView;
import io.pickglass.repl.view.TaskWaitView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code task}. */
@Command(
    name = "task",
    description = {
      "One task: its times, polls and wakes, its open sections and live children, what it runs now,",
      "or for what it waits, who has that, and both stacks; its slow polls and pinned waits.",
      "From the first look on, its polls and waits are kept one by one: ask again to see how they"
          + " are spread. `tasks` shows the ids."
    })
final class TaskCommand extends ReplCommand {
  @Parameters(
      paramLabel = "ID",
      completionCandidates = Ids.class,
      description = "Such as v123; the task may have ended a moment ago.")
  private String id = "";

  TaskCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    // First what it runs now, as it may soon be over.
    TaskEvidence evidence = session.target().evidence(id);
    TaskDetail detail = session.target().task(id);
    Optional<TaskWait> wait = wait(detail);
    session.answer(
        () -> {
          Map<String, Object> json = new LinkedHashMap<>(TaskJson.of(detail));
          json.putAll(EvidenceView.json(evidence));
          wait.ifPresent(known -> json.put("waiting", RecordJson.of(known)));
          return List.of(json);
        },
        () -> {
          Output output = session.output();
          List<Line> lines =
              new ArrayList<>(TaskView.lines(detail, output.width(), output.symbols()));
          List<Line> waiting =
              wait.map(known -> TaskWaitView.lines(known, output.width(), output.symbols()))
                  .orElse(List.of());
          lines.addAll(EvidenceView.lines(evidence, waiting, output.width(), output.symbols()));
          return lines;
        });
  }

  /** For what it waits. An older target cannot tell, another policy does not. */
  private Optional<TaskWait> wait(TaskDetail detail) {
    TaskRow task = detail.task();
    if (!task.state().equals("idle")) {
      return Optional.empty();
    }
    try {
      // A section waits with its task.
      String waits = task.kind().equals("section") ? task.parent() : task.id();
      return Optional.of(session.target().resources().ofTask(waits));
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.UNREACHABLE) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Completes ids. */
  static final class Ids implements Iterable<String> {
    private final Session session;

    Ids(Session session) {
      this.session = session;
    }

    @Override
    public Iterator<String> iterator() {
      return session.known().ids().tasks().iterator();
    }
  }
}
