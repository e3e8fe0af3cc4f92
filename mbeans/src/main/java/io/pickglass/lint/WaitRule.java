package io.pickglass.lint;

import io.pickglass.model.Wait;
import io.pickglass.model.WarnedTask;
import io.pickglass.resource.Stuck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A rule about what tasks wait for. What it finds is told of the monitor of those who wait.
 *
 * <p>Threads: one.
 */
abstract class WaitRule extends OtherRule {
  private static final int FRAMES = 10;

  // Threads that nobody watches have no monitor.
  private static final String UNWATCHED = "threads";

  private Supplier<Waits> waits =
      () -> {
        throw new IllegalStateException("nobody has said whom to ask");
      };

  WaitRule(String name, Amount amount, long defaultThreshold, Level defaultLevel) {
    super(name, amount, defaultThreshold, defaultLevel);
  }

  /** Asks that one from now on. */
  final void asks(Waits known) {
    waits = () -> known;
  }

  /** One of those who are stuck, and what is known of that. */
  record Case(Wait waiting, long count, long value, String sentence, List<String> evidence) {}

  /** Those of what does not go on with whom this is the matter. */
  abstract List<Case> cases(Stuck stuck);

  @Override
  final List<Finding> look(long millis, Clues clues) {
    Map<String, List<Case>> byMonitor = new LinkedHashMap<>();
    for (Case each : cases(waits.get().stuck(millis))) {
      byMonitor.computeIfAbsent(each.waiting().monitor(), _ -> new ArrayList<>()).add(each);
    }
    List<Finding> findings = new ArrayList<>();
    byMonitor.forEach((monitor, those) -> findings.add(finding(monitor, those)));
    return findings;
  }

  private Finding finding(String monitor, List<Case> those) {
    List<WarnedTask> tasks = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    long count = 0;
    long value = 0;
    for (Case each : those) {
      Wait waiting = each.waiting();
      String name = Sentences.clipped(waiting.name());
      count += each.count();
      value = Math.max(value, each.value());
      if (tasks.size() < Warnings.EXAMPLES) {
        tasks.add(
            new WarnedTask(
                waiting.task(),
                name,
                each.value(),
                Sentences.who(waiting.task(), name) + " " + each.sentence()));
        evidence.addAll(each.evidence());
      }
    }
    return new Finding(
        this,
        monitor.isEmpty(),
        monitor.isEmpty() ? UNWATCHED : monitor,
        count,
        value,
        List.copyOf(tasks),
        List.copyOf(evidence));
  }

  /** {@code waits for ReentrantLock r7, which v12 (orders) has}. */
  static String waitsFor(Wait waiting) {
    return "waits for "
        + waiting.resourceType()
        + " "
        + waiting.resource()
        + ", which "
        + Sentences.who(waiting.holder(), Sentences.clipped(waiting.holderName()))
        + " has";
  }

  /** Whose stack that is, and its first frames. */
  static List<String> frames(String whose, List<String> stack) {
    List<String> lines = new ArrayList<>();
    lines.add(whose + (stack.isEmpty() ? " tells no stack" : ":"));
    stack.stream().limit(FRAMES).map(frame -> "  " + frame).forEach(lines::add);
    return lines;
  }
}
