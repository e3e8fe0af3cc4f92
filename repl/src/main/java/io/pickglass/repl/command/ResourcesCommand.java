package io.pickglass.repl.command;

import io.pickglass.model.Resource;
import io.pickglass.model.ResourceList;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.RecordJson;
import io.pickglass.repl.view.ResourcesView;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code resources}. */
@Command(
    name = "resources",
    description = {
      "What tasks wait for: locks, queues, semaphores, timers, sockets and others, and who has it.",
      "waiters is how many wait, longest for how long one of them has waited, held since when the"
          + " holder was first seen to have it. total is its age; where that is not tracked, > says"
          + " for how long it has been known. PUB is what the program knows, INT a part of its"
          + " parent. To tell locks apart some of those that wait are held for some microseconds;"
          + " how many were looked into is said."
    },
    footer = {
      "",
      "An expression compares columns: kind = lock and waiters > 10 and not holder ~ main. The"
          + " columns are kind, type, target, source, location, visibility, holder, waiters,"
          + " longest; the operators = != < <= > >= ~ !~."
    })
final class ResourcesCommand extends ReplCommand {
  @Option(names = "--where", paramLabel = "EXPRESSION", description = "For which this is true.")
  private @Nullable String where;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN[:asc|desc]",
      completionCandidates = Columns.class,
      description = "Order by this column (default: waiters). Numbers fall, texts rise.")
  private @Nullable String sort;

  @Option(names = "--limit", paramLabel = "N", description = "So many at most (default: 50).")
  private @Nullable Integer limit;

  @Option(names = "--offset", paramLabel = "N", description = "Without the first N.")
  private @Nullable Integer offset;

  ResourcesCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    ResourceList list = list();
    session.known().ids().resources(list.rows(), Resource::id);
    list.lacks().forEach(session.output()::note);
    if (session.isJson()) {
      list.rows().forEach(row -> session.print(RecordJson.of(row)));
    } else {
      Output output = session.output();
      session.print(ResourcesView.resources(list, output.width(), output.symbols()));
    }
  }

  private ResourceList list() {
    TaskQueryText query = new TaskQueryText();
    if (where != null) {
      query.where(where);
    }
    if (sort != null) {
      query.clause("sort", TaskWords.order(sort));
    }
    query.number("limit", limit).number("offset", offset);
    try {
      return session.target().resources().list(query.toString());
    } catch (TargetException e) {
      throw e.kind() == TargetException.Kind.BAD_QUESTION ? query.failure(e) : e;
    }
  }

  /** Completes what is sorted by. */
  static final class Columns implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(
              "waiters",
              "longest",
              "kind",
              "type",
              "target",
              "source",
              "location",
              "visibility",
              "holder")
          .iterator();
    }
  }
}
