package io.pickglass.repl.command;

import io.pickglass.model.TaskDetail;
import io.pickglass.repl.view.TaskJson;
import io.pickglass.repl.view.TaskView;
import java.util.Iterator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code task}. */
@Command(
    name = "task",
    description = {
      "One task: its times, polls and wakes, its open sections and live children.",
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
    TaskDetail detail = session.target().task(id);
    if (session.isJson()) {
      session.print(TaskJson.of(detail));
    } else {
      Output output = session.output();
      session.print(TaskView.lines(detail, output.width(), output.symbols()));
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
      return session.knownTasks().iterator();
    }
  }
}
