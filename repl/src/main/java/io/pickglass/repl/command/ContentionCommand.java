package io.pickglass.repl.command;

import io.pickglass.model.Contention;
import io.pickglass.repl.target.Resources;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.view.RecordJson;
import io.pickglass.repl.view.ResourcesView;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code contention}. */
@Command(
    name = "contention",
    description = {
      "What was waited for longest, and where: a profile of locks and all else, of virtual threads too.",
      "Only waits that are seen count: this command looks twice a second for as long as --for says;"
          + " what was seen before, by whomever, is in it. waited is the time of all waits together,"
          + " at least."
    })
final class ContentionCommand extends ReplCommand {
  private static final long PAUSE_MILLIS = 500;
  // Those that nobody shows are not counted.
  private static final String LOOK = "limit 1000";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Look for so long (default: 2s).")
  private Duration time = Duration.ofSeconds(2);

  @Option(names = "--limit", paramLabel = "N", description = "So many at most (default: 50).")
  private int limit = 50;

  ContentionCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (limit < 1) {
      throw CommandFailure.usage("`--limit %d`: give a number of at least 1".formatted(limit));
    }
    Resources resources = session.target().resources();
    look(resources);
    List<Contention> rows = resources.contention(limit);
    session.known().ids().resources(rows, Contention::resource);
    if (session.isJson()) {
      rows.forEach(row -> session.print(RecordJson.of(row)));
    } else {
      Output output = session.output();
      session.print(ResourcesView.contention(rows, output.width(), output.symbols()));
    }
  }

  private void look(Resources resources) {
    long end = System.nanoTime() + time.toNanos();
    var _ = resources.list(LOOK);
    while (System.nanoTime() - end < 0) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        throw new StoppedException();
      }
      var _ = resources.list(LOOK);
    }
  }
}
