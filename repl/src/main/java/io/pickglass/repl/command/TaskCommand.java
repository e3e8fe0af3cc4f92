package io.pickglass.repl.command;

import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.repl.view.EvidenceView;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.TaskJson;
import io.pickglass.repl.view.TaskView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code task}. */
@Command(
    name = "task",
    description = {
      "One task: its times, polls and wakes, its open sections and live children, what it runs now,",
      "its slow polls and pinned waits.",
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
    session.answer(
        () -> {
          Map<String, Object> json = new LinkedHashMap<>(TaskJson.of(detail));
          json.putAll(EvidenceView.json(evidence));
          return List.of(json);
        },
        () -> {
          Output output = session.output();
          List<Line> lines =
              new ArrayList<>(TaskView.lines(detail, output.width(), output.symbols()));
          lines.addAll(EvidenceView.lines(evidence, output.width(), output.symbols()));
          return lines;
        });
  }

  /** Completes ids. */
  static final class Ids implements Iterable<String> {
    private final Session session;

    Ids(Session session) {
      this.session = session;
    }

    @Override
    public Iterator<String> iterator() {
      return session.known().tasks().iterator();
    }
  }
}
