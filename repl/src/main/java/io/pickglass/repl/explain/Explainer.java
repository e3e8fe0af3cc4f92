package io.pickglass.repl.explain;

import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Walks the questions. */
public final class Explainer {
  private static final Map<Question, Branch> BRANCHES = branches();

  private Explainer() {}

  private static Map<Question, Branch> branches() {
    Map<Question, Branch> branches = new EnumMap<>(Question.class);
    branches.put(Question.WAITS, new Waits());
    branches.put(Question.COMPUTES, new Computes());
    branches.put(Question.READY, new Ready());
    branches.put(Question.MANY, new ManyTurns());
    branches.put(Question.UNSEEN, new Unseen());
    branches.put(
        Question.TAKEN, (e, symbols) -> Taken.look(e.runtimes(), e.clues(Question.TAKEN), symbols));
    return branches;
  }

  /** Why the tasks of a monitor are slow. */
  public static Explanation of(Evidence evidence, Symbols symbols) {
    List<Finding> findings = new ArrayList<>();
    BRANCHES.forEach((question, branch) -> findings.add(look(question, branch, evidence, symbols)));
    return new Explanation(evidence.name(), evidence.span(), List.copyOf(findings));
  }

  private static Finding look(
      Question question, Branch branch, Evidence evidence, Symbols symbols) {
    if (question == Question.UNSEEN || question == Question.TAKEN) {
      return branch.look(evidence, symbols);
    }
    if (!evidence.seesPolls()) {
      return Finding.unknown(question, "polls are not seen in this process: see 5");
    }
    return evidence.taskCount() == 0
        ? Finding.unknown(question, "there was no task in " + evidence.span() + ": see 5")
        : branch.look(evidence, symbols);
  }

  /** Whether the threads of a runtime are taken. */
  public static Explanation of(
      RuntimeSpan runtime, String span, List<Clue> clues, Symbols symbols) {
    List<String> sentences = clues.stream().map(Clue::sentence).toList();
    return new Explanation(
        runtime.name(), span, List.of(Taken.look(List.of(runtime), sentences, symbols)));
  }
}
