package io.pickglass.repl.target;

import static io.pickglass.repl.target.Tasks.number;
import static io.pickglass.repl.target.Tasks.text;

import io.pickglass.model.Contention;
import io.pickglass.model.Deadlock;
import io.pickglass.model.Resource;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is waited for, as it comes over a wire. What another version does not tell is unknown. */
final class ResourceValues {
  private ResourceValues() {}

  static ResourceList list(Map<String, Object> items) {
    if (!items.containsKey("waitingCount")) {
      throw new IllegalArgumentException("a list of resources without waitingCount");
    }
    return new ResourceList(
        text(items, "query"),
        number(items, "atMillis"),
        number(items, "waitingCount"),
        number(items, "lookedIntoCount"),
        number(items, "matchedCount"),
        number(items, "offset"),
        texts(items.get("lacks")),
        each(items.get("rows"), ResourceValues::resource));
  }

  static ResourceDetail detail(Map<String, Object> items) {
    Resource resource = resource(JolokiaHttp.object(items.get("resource")));
    if (resource.id().isEmpty()) {
      throw new IllegalArgumentException("a resource without id");
    }
    return new ResourceDetail(
        resource,
        waits(items.get("waits")),
        number(items, "seenWaits"),
        number(items, "waitedNanos"),
        number(items, "longestNanos"));
  }

  static List<Wait> waits(@Nullable Object value) {
    return each(value, ResourceValues::wait);
  }

  static List<Deadlock> deadlocks(@Nullable Object value) {
    return each(
        value,
        items ->
            new Deadlock(
                Boolean.TRUE.equals(items.get("endsByItself")),
                each(items.get("members"), ResourceValues::member)));
  }

  static TaskWait ofTask(Map<String, Object> items) {
    return new TaskWait(
        wait(JolokiaHttp.object(items.get("waiting"))),
        text(items, "problem"),
        texts(items.get("stack")),
        texts(items.get("holderStack")));
  }

  static List<Contention> contentions(@Nullable Object value) {
    return each(value, ResourceValues::contention);
  }

  private static Deadlock.Member member(Map<String, Object> items) {
    return new Deadlock.Member(
        wait(JolokiaHttp.object(items.get("waiting"))), texts(items.get("stack")));
  }

  private static Contention contention(Map<String, Object> items) {
    return new Contention(
        text(items, "resource"),
        text(items, "kind"),
        text(items, "type"),
        text(items, "source"),
        text(items, "location"),
        number(items, "seenWaits"),
        number(items, "waitedNanos"),
        number(items, "longestNanos"));
  }

  private static Resource resource(Map<String, Object> items) {
    return new Resource(
        text(items, "id"),
        text(items, "parent"),
        text(items, "kind"),
        text(items, "type"),
        text(items, "target"),
        Boolean.TRUE.equals(items.get("internal")),
        text(items, "source"),
        text(items, "location"),
        text(items, "madeAt"),
        number(items, "ageNanos"),
        number(items, "totalNanos"),
        number(items, "waiterCount"),
        number(items, "lookedIntoCount"),
        number(items, "longestWaitNanos"),
        text(items, "holder"),
        text(items, "holderName"),
        number(items, "heldNanos"),
        texts(items.get("attributes")));
  }

  private static Wait wait(Map<String, Object> items) {
    return new Wait(
        text(items, "task"),
        text(items, "parent"),
        text(items, "name"),
        text(items, "monitor"),
        text(items, "resource"),
        text(items, "resourceType"),
        text(items, "source"),
        text(items, "location"),
        text(items, "holder"),
        text(items, "holderName"),
        number(items, "heldNanos"),
        number(items, "waitNanos"),
        number(items, "totalNanos"),
        number(items, "busyNanos"),
        number(items, "idleNanos"),
        number(items, "pollCount"),
        texts(items.get("attributes")));
  }

  private static List<String> texts(@Nullable Object value) {
    return JolokiaHttp.list(value).stream().map(String::valueOf).toList();
  }

  private static <T> List<T> each(@Nullable Object value, Function<Map<String, Object>, T> one) {
    return JolokiaHttp.list(value).stream().map(JolokiaHttp::object).map(one).toList();
  }
}
