package io.pickglass.repl.command;

import io.pickglass.model.Wait;
import io.pickglass.repl.view.RecordJson;
import io.pickglass.repl.view.ResourcesView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code waits}. */
@Command(
    name = "waits",
    description = {
      "Who waits for what another has: locks, monitors, the end of a thread; the longest first.",
      "held is since when the holder was first seen to have it."
    })
final class WaitsCommand extends ReplCommand {
  // The most that a target tells.
  private static final int MOST = 10_000;

  @Option(names = "--limit", paramLabel = "N", description = "So many at most (default: 50).")
  private int limit = 50;

  WaitsCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (limit < 1 || limit >= MOST) {
      throw CommandFailure.usage(
          "`--limit %d`: give a number from 1 to %d".formatted(limit, MOST - 1));
    }
    List<Wait> found = session.target().resources().waits(limit + 1);
    List<Wait> waits = found.subList(0, Math.min(limit, found.size()));
    session.known().ids().tasks(waits, Wait::task);
    session.known().ids().resources(waits, Wait::resource);
    if (session.isJson()) {
      waits.forEach(wait -> session.print(RecordJson.of(wait)));
    } else {
      Output output = session.output();
      boolean isAll = waits.size() == found.size();
      session.print(ResourcesView.waits(waits, isAll, output.width(), output.symbols()));
    }
  }
}
