package io.pickglass.repl.jshell;

import io.pickglass.model.Deadlock;
import io.pickglass.model.Resource;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskRow;
import io.pickglass.model.Wait;
import io.pickglass.model.Warning;
import io.pickglass.model.Worker;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Access;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Beans;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.target.Tls;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a snippet has in scope: the target's answers as typed objects. The start-up script imports
 * all of it, in the console and in a plain {@code jshell}.
 *
 * <p>Threads: any. Local execution shares classes, not objects, with the console; that is why the
 * target is found in a static field.
 */
public final class Scope {
  private static final int ALL_KEPT = 120;

  private static volatile Supplier<Target> present = Scope::none;

  private Scope() {}

  /** Sets whom all questions go to. */
  public static void use(Supplier<Target> target) {
    present = target;
  }

  /** Connects, where there is no console that has done so. */
  public static Info connect(String address) {
    return connect(address, Access.NONE);
  }

  /** The same, as somebody. */
  public static Info connect(String address, String user, String password) {
    return connect(address, new Access(user, password, Tls.DEFAULT));
  }

  private static Info connect(String address, Access access) {
    Target target = Connector.connect(Address.parse(address), access, () -> Timeouts.DEFAULT);
    use(() -> target);
    return target.describe();
  }

  /** The target itself. */
  public static Target target() {
    return present.get();
  }

  /** What the target is and how it samples. */
  public static Info info() {
    return target().describe();
  }

  /** A monitor since its start. */
  public static TaskInterval monitor(String name) {
    return (TaskInterval) target().cumulative(Subject.MONITOR, List.of(name)).getFirst();
  }

  /** All monitors since their start. */
  public static List<TaskInterval> monitors() {
    Target target = target();
    return target.cumulative(Subject.MONITOR, target.names().monitors()).stream()
        .map(TaskInterval.class::cast)
        .toList();
  }

  /** The last completed interval of a monitor. */
  public static TaskInterval interval(String monitor) {
    return (TaskInterval) target().last(Subject.MONITOR, List.of(monitor)).getFirst();
  }

  /** All intervals of a monitor that are kept, the oldest first. */
  public static List<TaskInterval> intervals(String monitor) {
    return target()
        .intervals(Subject.MONITOR, List.of(monitor), 0, ALL_KEPT)
        .intervals()
        .getOrDefault(monitor, List.of())
        .stream()
        .map(TaskInterval.class::cast)
        .toList();
  }

  /** A runtime since its start. */
  public static RuntimeInterval runtime(String name) {
    return (RuntimeInterval) target().cumulative(Subject.RUNTIME, List.of(name)).getFirst();
  }

  /** All runtimes since their start. */
  public static List<RuntimeInterval> runtimes() {
    Target target = target();
    return target.cumulative(Subject.RUNTIME, target.names().runtimes()).stream()
        .map(RuntimeInterval.class::cast)
        .toList();
  }

  /** The workers of a runtime. */
  public static List<Worker> workers(String runtime) {
    return target().workers(runtime);
  }

  /** The 50 tasks with the largest total. */
  public static List<TaskRow> tasks() {
    return tasks("");
  }

  /** The tasks that a query asks for: {@code where busy > 5ms sort idle limit 10}. */
  public static List<TaskRow> tasks(String query) {
    return target().tasks(query).rows();
  }

  /** One task. */
  public static TaskDetail task(String id) {
    return target().task(id);
  }

  /** What is known of a task beyond its numbers: stacks, slow polls, warnings. */
  public static TaskEvidence evidence(String id) {
    return target().evidence(id);
  }

  /** What is the matter there now. */
  public static List<Warning> warnings() {
    return target().warnings().active();
  }

  /** What most tasks wait for. */
  public static List<Resource> resources() {
    return resources("");
  }

  /** The resources that a query asks for: {@code where kind = lock sort longest limit 20}. */
  public static List<Resource> resources(String query) {
    return target().resources().list(query).rows();
  }

  /** Who waits for what somebody has, those that have waited longest first. */
  public static List<Wait> waits() {
    return target().resources().waits(ALL_KEPT);
  }

  /** Those who wait for each other in a circle. */
  public static List<Deadlock> deadlocks() {
    return target().resources().deadlocks();
  }

  /** The names of all MBeans. */
  public static List<String> mbeans() {
    return target().beans().names();
  }

  /** The names of the MBeans that have this in them. */
  public static List<String> mbeans(String part) {
    return mbeans().stream().filter(name -> name.contains(part)).toList();
  }

  /** An attribute of an MBean: text, number, boolean, list or map. */
  public static @Nullable Object get(String mbean, String attribute) {
    Beans.Read read = target().beans().get(mbean, List.of(attribute)).get(attribute);
    if (read == null || !read.isThere()) {
      throw new IllegalArgumentException(
          "%s of %s cannot be read: %s"
              .formatted(attribute, mbean, read == null ? "there is none" : read.failure()));
    }
    return read.value();
  }

  /** Calls an operation of an MBean. */
  public static @Nullable Object invoke(String mbean, String operation, String... arguments) {
    return target().beans().invoke(mbean, operation, List.of(arguments));
  }

  private static Target none() {
    throw new IllegalStateException(
        "not connected: connect(\"TARGET\") first, where TARGET is " + Address.FORMS);
  }
}
