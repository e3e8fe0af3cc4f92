package io.pickglass.repl.target;

import io.pickglass.model.Contention;
import io.pickglass.model.Deadlock;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the tasks of a target wait for, who has it, and who waits for whom. Each question holds some
 * of those that wait for some microseconds each, as far as the target lets us.
 *
 * <p>Every method throws a {@link TargetException} as those of {@link Target} do; of the kind
 * {@code TOO_OLD} by a target that cannot tell.
 */
public final class Resources {
  private final String target;
  private final Wire wire;

  /** How the bean is asked. */
  @FunctionalInterface
  interface Wire {
    /** The answer in maps and lists, as JSON has it. */
    Object ask(String operation, Object... arguments);
  }

  Resources(String target, Wire wire) {
    this.target = target;
    this.wire = wire;
  }

  /** The resources that a query of the target's own language asks for. */
  public ResourceList list(String query) {
    return one(ResourceValues::list, "list", query);
  }

  /** One resource, and who waits for it. */
  public ResourceDetail detail(String id) {
    return one(ResourceValues::detail, "detail", id);
  }

  /** Who waits for what somebody has, those that have waited longest first. */
  public List<Wait> waits(int max) {
    return all(ResourceValues::waits, "waits", max);
  }

  /** Those who wait for each other in a circle. */
  public List<Deadlock> deadlocks() {
    return all(ResourceValues::deadlocks, "deadlocks");
  }

  /** For what one task waits. */
  public TaskWait ofTask(String id) {
    return one(ResourceValues::ofTask, "ofTask", id);
  }

  /** What was waited for longest while somebody looked. */
  public List<Contention> contention(int max) {
    return all(ResourceValues::contentions, "contention", max);
  }

  /** A target without the bean. */
  static TargetException missing(String name) {
    return new TargetException(
        Kind.TOO_OLD,
        name
            + " cannot tell what its tasks wait for, as its Pickglass is older than that: `tasks"
            + " --state idle` shows who waits, and since when");
  }

  private <T> T one(
      Function<Map<String, Object>, T> reader, String operation, Object... arguments) {
    Object answer = wire.ask(operation, arguments);
    return understood(() -> reader.apply(JolokiaHttp.object(answer)));
  }

  private <T> List<T> all(Function<Object, List<T>> reader, String operation, Object... arguments) {
    Object answer = wire.ask(operation, arguments);
    return understood(() -> reader.apply(answer));
  }

  private <T> T understood(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (IllegalArgumentException e) {
      throw TargetException.notUnderstood(target, e);
    }
  }
}
