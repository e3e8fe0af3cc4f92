package io.pickglass.repl.command;

import io.pickglass.model.Resource;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.explain.Clue;
import io.pickglass.repl.explain.Question;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.WaitText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** For what most tasks of a monitor wait now, and who has that. */
final class WaitClues {
  // Each is one more look at those that wait.
  private static final String LOOK = "limit 5";
  private static final int MOST = 2;
  private static final String MOST_TASKS = "1000";

  private final Target target;
  private final Symbols symbols;

  WaitClues(Target target, Symbols symbols) {
    this.target = target;
    this.symbols = symbols;
  }

  private record Shared(Resource resource, long count) {}

  List<Clue> ofMonitor(String monitor) {
    List<ResourceDetail> details = new ArrayList<>();
    for (Resource each : target.resources().list(LOOK).rows()) {
      detail(each.id()).ifPresent(details::add);
    }
    // Afterwards: who waited then may have ended since, and is still known.
    Set<String> tasks = tasks(monitor);
    return details.stream()
        .map(detail -> shared(detail, monitor, tasks))
        .filter(each -> each.count > 0)
        .sorted(Comparator.comparingLong(Shared::count).reversed())
        .limit(MOST)
        .map(each -> new Clue(Question.WAITS, sentence(each)))
        .toList();
  }

  /** Its tasks, or those of which they are sections: all that live, and that ended last. */
  private Set<String> tasks(String monitor) {
    Set<String> ids = new HashSet<>();
    for (String state : List.of("live", "ended")) {
      TaskQueryText query =
          new TaskQueryText()
              .compared("monitor", "=", monitor)
              .states(List.of(state))
              .clause("sort", state.equals("live") ? "inState" : "inState asc")
              .clause("limit", MOST_TASKS);
      for (TaskRow task : target.tasks(query.toString()).rows()) {
        ids.add(task.kind().equals("section") ? task.parent() : task.id());
      }
    }
    return ids;
  }

  /** Nobody may wait for it any more. */
  private Optional<ResourceDetail> detail(String id) {
    try {
      return Optional.of(target.resources().detail(id));
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.BAD_QUESTION) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Shared shared(ResourceDetail detail, String monitor, Set<String> tasks) {
    long count =
        detail.waits().stream()
            .filter(wait -> wait.monitor().equals(monitor) || tasks.contains(wait.task()))
            .count();
    return new Shared(detail.resource(), count);
  }

  private String sentence(Shared shared) {
    Resource resource = shared.resource;
    String where = WaitText.where(resource.source(), resource.location());
    String holder =
        WaitText.holder(resource.holder(), resource.holderName(), resource.heldNanos(), symbols);
    return "now: %d of its tasks %s for `resource %s`, %s%s%s%s"
        .formatted(
            shared.count,
            shared.count == 1 ? "waits" : "wait",
            resource.id(),
            resource.kind(),
            where.isEmpty() ? "" : ": " + where,
            holder.isEmpty() ? "" : "; it is held by " + holder,
            resource.attributes().isEmpty()
                ? ""
                : " (" + String.join(", ", resource.attributes()) + ")");
  }
}
