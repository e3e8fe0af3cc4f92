package io.pickglass.repl.command;

import io.pickglass.model.Deadlock;
import io.pickglass.model.ResourceList;
import io.pickglass.repl.target.Resources;
import io.pickglass.repl.view.DeadlocksView;
import io.pickglass.repl.view.RecordJson;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code deadlocks}. */
@Command(
    name = "deadlocks",
    description = {
      "Those who wait for each other in a circle: who waits for what, who has that, and all stacks.",
      "Virtual and platform threads, locks and monitors together."
    })
final class DeadlocksCommand extends ReplCommand {
  DeadlocksCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Resources resources = session.target().resources();
    ResourceList share = resources.list("limit 0");
    List<Deadlock> deadlocks = resources.deadlocks();
    share.lacks().forEach(session.output()::note);
    if (session.isJson()) {
      deadlocks.forEach(deadlock -> session.print(RecordJson.of(deadlock)));
    } else {
      Output output = session.output();
      session.print(DeadlocksView.lines(deadlocks, share, output.width(), output.symbols()));
    }
  }
}
