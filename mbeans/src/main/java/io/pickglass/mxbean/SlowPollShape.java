package io.pickglass.mxbean;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.StackCount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of slow polls outside the process: composites named as the parts of {@link
 * SlowPollReport}, {@link SlowPoll} and {@link StackCount}, or the same names in JSON.
 */
public final class SlowPollShape {
  private static final CompositeType POLL =
      type(
          "SlowPoll",
          "a poll that was looked into while it ran",
          text("monitor", "for which monitor its task is watched"),
          text("taskId", "which task: v and the number of its thread if that is virtual"),
          text("taskName", "its name, or that of its thread or place"),
          text("threadName", "the carrier, or the thread of a pool, on which it ran"),
          number("startedMillis", "when it began, in milliseconds since 1970"),
          number("runningNanos", "how long it had run when it was looked at, in nanoseconds"),
          number("cpuNanos", "the processor time in observedNanos; -1 if not known"),
          number("observedNanos", "the time between two looks, in nanoseconds"),
          text("verdict", "computing, waiting, native, stalled, mixed or unknown"),
          texts("frames", "its stack, the innermost frame first"),
          text("noStackReason", "why there are no frames; empty if there are"));

  private static final CompositeType STACK =
      type(
          "StackCount",
          "the polls that were found in the same code",
          number("pollCount", "how many polls"),
          number("totalNanos", "for how long they had run there, in nanoseconds"),
          number("longestNanos", "how long the longest had run, in nanoseconds"),
          number("lastSeenMillis", "when the last was found, in milliseconds since 1970"),
          text("verdict", "what that one was doing"),
          texts("frames", "its stack, the innermost frame first"));

  /** The type of the composites. */
  public static final CompositeType TYPE =
      type(
          "SlowPollReport",
          "what is known of the slow polls of one monitor",
          text("monitor", "the monitor's name"),
          number("pollCount", "how many polls were looked into"),
          new Item("last", "the one that was looked at last; null without any", POLL),
          new Item("slowest", "the one that had run longest; null without any", POLL),
          new Item("stacks", "in which code how many were found, most time first", array(STACK)),
          number("forgottenStackCount", "how many stacks were given up for want of room"));

  private record Item(String name, String text, OpenType<?> type) {}

  private SlowPollShape() {}

  /** The report as a composite of {@link #TYPE}. */
  public static CompositeData toComposite(SlowPollReport report) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    items.put("monitor", report.monitor());
    items.put("pollCount", report.pollCount());
    items.put("last", report.last() == null ? null : toComposite(report.last()));
    items.put("slowest", report.slowest() == null ? null : toComposite(report.slowest()));
    items.put(
        "stacks",
        report.stacks().stream().map(SlowPollShape::toComposite).toArray(CompositeData[]::new));
    items.put("forgottenStackCount", report.forgottenStackCount());
    return IntervalShape.composite(TYPE, items);
  }

  private static CompositeData toComposite(SlowPoll poll) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    items.put("monitor", poll.monitor());
    items.put("taskId", poll.taskId());
    items.put("taskName", poll.taskName());
    items.put("threadName", poll.threadName());
    items.put("startedMillis", poll.startedMillis());
    items.put("runningNanos", poll.runningNanos());
    items.put("cpuNanos", poll.cpuNanos());
    items.put("observedNanos", poll.observedNanos());
    items.put("verdict", poll.verdict());
    items.put("frames", poll.frames().toArray(String[]::new));
    items.put("noStackReason", poll.noStackReason());
    return IntervalShape.composite(POLL, items);
  }

  private static CompositeData toComposite(StackCount stack) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    items.put("pollCount", stack.pollCount());
    items.put("totalNanos", stack.totalNanos());
    items.put("longestNanos", stack.longestNanos());
    items.put("lastSeenMillis", stack.lastSeenMillis());
    items.put("verdict", stack.verdict());
    items.put("frames", stack.frames().toArray(String[]::new));
    return IntervalShape.composite(STACK, items);
  }

  /** The report in a composite, also of another version: see {@link #fromMap}. */
  public static SlowPollReport fromComposite(CompositeData data) {
    return fromMap(IntervalShape.itemsOf(data));
  }

  /** The report in a map as JSON gives it; what is not there is empty, or -1. */
  public static SlowPollReport fromMap(Map<String, ? extends @Nullable Object> items) {
    return new SlowPollReport(
        text(items, "monitor"),
        number(items, "pollCount"),
        pollOrNull(items.get("last")),
        pollOrNull(items.get("slowest")),
        list(items.get("stacks"), stack -> stack(map(stack))),
        number(items, "forgottenStackCount"));
  }

  private static @Nullable SlowPoll pollOrNull(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Map<String, ? extends @Nullable Object> items = map(value);
    return new SlowPoll(
        text(items, "monitor"),
        text(items, "taskId"),
        text(items, "taskName"),
        text(items, "threadName"),
        number(items, "startedMillis"),
        number(items, "runningNanos"),
        number(items, "cpuNanos"),
        number(items, "observedNanos"),
        text(items, "verdict"),
        list(items.get("frames"), String::valueOf),
        text(items, "noStackReason"));
  }

  private static StackCount stack(Map<String, ? extends @Nullable Object> items) {
    return new StackCount(
        number(items, "pollCount"),
        number(items, "totalNanos"),
        number(items, "longestNanos"),
        number(items, "lastSeenMillis"),
        text(items, "verdict"),
        list(items.get("frames"), String::valueOf));
  }

  @SuppressWarnings("unchecked") // the keys of JSON objects are strings
  private static Map<String, ? extends @Nullable Object> map(@Nullable Object value) {
    return switch (value) {
      case CompositeData data -> IntervalShape.itemsOf(data);
      case Map<?, ?> items -> (Map<String, ? extends @Nullable Object>) items;
      case null, default -> Map.of();
    };
  }

  private static <T> List<T> list(@Nullable Object value, Function<Object, T> each) {
    return switch (value) {
      case Object[] array -> Arrays.stream(array).map(each).toList();
      case List<?> list -> list.stream().<T>map(each::apply).toList();
      case null, default -> List.of();
    };
  }

  private static String text(Map<String, ? extends @Nullable Object> items, String name) {
    return items.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<String, ? extends @Nullable Object> items, String name) {
    return items.get(name) instanceof Number number ? number.longValue() : -1;
  }

  private static Item text(String name, String text) {
    return new Item(name, text, SimpleType.STRING);
  }

  private static Item texts(String name, String text) {
    return new Item(name, text, array(SimpleType.STRING));
  }

  private static Item number(String name, String text) {
    return new Item(name, text, SimpleType.LONG);
  }

  private static OpenType<?> array(OpenType<?> of) {
    try {
      return ArrayType.getArrayType(of);
    } catch (OpenDataException e) {
      throw new IllegalStateException("no array of " + of, e);
    }
  }

  private static CompositeType type(String name, String text, Item... items) {
    IntervalShape.Types types = new IntervalShape.Types();
    for (Item item : items) {
      types.add(item.name(), item.text(), item.type());
    }
    return types.build(name, text);
  }
}
