package io.pickglass.repl.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All questions about one monitor or runtime, answered.
 *
 * @param name the monitor or runtime
 * @param span of which time
 * @param findings in the order of the questions
 */
public record Explanation(String name, String span, List<Finding> findings) {
  private static final String THREADS_ARE_FREE =
      "nothing says that the threads of `%s` are taken: no probe was late more than once in a while";

  private static final String ALL_IS_WELL =
      "nothing in the numbers of `%s` says that it is slow: if its callers wait all the same, the time"
          + " passes before the task is made or after it has ended";

  /** Why its tasks are slow; empty if nothing says that they are. */
  public Optional<Finding> reason() {
    // Without being seen, times say nothing; many turns say more of waiting and computing.
    return findings.stream()
        .filter(Finding::isYes)
        .filter(finding -> finding.question() != Question.TAKEN)
        .max(
            Comparator.<Finding, Boolean>comparing(finding -> finding.question() == Question.UNSEEN)
                .thenComparingDouble(Finding::weight))
        .or(this::taken);
  }

  /** What the tasks of another runtime suffer from is told besides. */
  private Optional<Finding> besides() {
    boolean isReady = reason().filter(reason -> reason.question() == Question.READY).isPresent();
    return isReady ? taken() : Optional.empty();
  }

  private Optional<Finding> taken() {
    return findings.stream()
        .filter(Finding::isYes)
        .filter(finding -> finding.question() == Question.TAKEN)
        .findFirst();
  }

  /** What it is, in one sentence or two. */
  public String meaning() {
    String reason =
        reason()
            .map(Finding::meaning)
            .orElseGet(() -> (isOfRuntime() ? THREADS_ARE_FREE : ALL_IS_WELL).formatted(name));
    return besides().map(taken -> reason + ", and " + taken.meaning()).orElse(reason);
  }

  /** Of a monitor there are all questions. */
  private boolean isOfRuntime() {
    return findings.size() == 1;
  }

  /** What to look at next. */
  public String next() {
    return reason()
        .map(Finding::next)
        .orElse(
            isOfRuntime()
                ? "`explain` without a name looks at the monitors"
                : "`runtimes --interval` shows who queues; put the place where they wait under a monitor, too");
  }

  /** How much of the tasks' time the reason is about. */
  public double weight() {
    return reason().map(Finding::weight).orElse(0.0);
  }
}
