package io.pickglass.repl.explain;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.repl.view.Symbols;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the monitor that has most to explain. */
public final class Worst {
  // A section has nearly all the waiting of its task: it is the nearer name for it.
  private static final double AS_MUCH = 0.6;

  private Worst() {}

  /** The one of which most time is explained; of several as good, the one that lives least. */
  public static Optional<Evidence> of(List<Evidence> all, Symbols symbols) {
    List<Weighed> weighed =
        all.stream().map(e -> new Weighed(e, Explainer.of(e, symbols))).toList();
    double most = weighed.stream().mapToDouble(Weighed::weight).max().orElse(0);
    Optional<Weighed> worst =
        most > 0
            ? weighed.stream()
                .filter(each -> each.weight() >= AS_MUCH * most)
                .min(Comparator.comparingLong(Weighed::lived))
            : weighed.stream()
                .max(Comparator.comparing(Weighed::isUnseen).thenComparingLong(Weighed::lived));
    return worst.map(Weighed::evidence);
  }

  private record Weighed(Evidence evidence, Explanation explanation) {
    /** What is said of a runtime is said with every monitor. */
    double weight() {
      return explanation
          .reason()
          .filter(reason -> reason.question() != Question.TAKEN)
          .map(Finding::weight)
          .orElse(0.0);
    }

    boolean isUnseen() {
      return explanation
          .reason()
          .filter(reason -> reason.question() == Question.UNSEEN)
          .isPresent();
    }

    long lived() {
      return Math.max(0, evidence.get(TaskMetric.LIVED_NANOS));
    }
  }
}
