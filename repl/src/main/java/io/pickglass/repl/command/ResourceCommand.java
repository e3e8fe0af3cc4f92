package io.pickglass.repl.command;

import io.pickglass.model.ResourceDetail;
import io.pickglass.model.Wait;
import io.pickglass.repl.view.RecordJson;
import io.pickglass.repl.view.ResourceView;
import java.util.Iterator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code resource}. */
@Command(
    name = "resource",
    description = {
      "One thing that is waited for: who has it, what it tells of itself, and who waits for it.",
      "Those that wait are shown longest first, with what each has called, and the times of its"
          + " task. `resources` shows the ids."
    })
final class ResourceCommand extends ReplCommand {
  @Parameters(
      paramLabel = "ID",
      completionCandidates = Ids.class,
      description = "Such as r7; the same as long as it lives and is asked for.")
  private String id = "";

  ResourceCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    ResourceDetail detail = session.target().resources().detail(id);
    session.known().ids().tasks(detail.waits(), Wait::task);
    if (session.isJson()) {
      session.print(RecordJson.of(detail));
    } else {
      Output output = session.output();
      session.print(ResourceView.lines(detail, output.width(), output.symbols()));
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
      return session.known().ids().resources().iterator();
    }
  }
}
