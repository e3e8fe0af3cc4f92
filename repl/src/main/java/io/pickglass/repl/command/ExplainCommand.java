package io.pickglass.repl.command;

import io.pickglass.repl.explain.Clue;
import io.pickglass.repl.explain.Evidence;
import io.pickglass.repl.explain.ExplainView;
import io.pickglass.repl.explain.Explainer;
import io.pickglass.repl.explain.Explanation;
import io.pickglass.repl.explain.RuntimeSpan;
import io.pickglass.repl.explain.Worst;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Symbols;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}. */
@Command(
    name = "explain",
    description = {
      "Why are my tasks slow? Asks the questions of docs/why-are-my-tasks-slow.md one by one.",
      "With the numbers of the last minute, or since the start where little has happened. Says at"
          + " the end what it is, and what to look at next."
    })
final class ExplainCommand extends ReplCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = NameCandidates.class,
      description = "The monitor or runtime; the monitor that has most to explain without.")
  private @Nullable String name;

  ExplainCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Target target = session.target();
    Symbols symbols = session.output().symbols();
    Named named = name == null ? null : Named.find(session, name);
    ExplainSources sources = new ExplainSources(target, symbols);
    ExplainClues clues = new ExplainClues(target, symbols);
    if (named != null && named.subject() == Subject.RUNTIME) {
      RuntimeSpan runtime = sources.runtime(named.name());
      List<Clue> found = clues.ofRuntime(named.name());
      print(Subject.RUNTIME, Explainer.of(runtime, sources.span(runtime), found, symbols));
      return;
    }
    Evidence evidence = named == null ? worst(sources) : monitor(sources, named.name());
    if (evidence.intervals().isEmpty()) {
      session
          .output()
          .note("little has happened in the last minute: these numbers are since the start");
    }
    List<String> schedulers =
        evidence.runtimes().stream()
            .filter(RuntimeSpan::isScheduler)
            .map(RuntimeSpan::name)
            .toList();
    List<Clue> found = clues.ofMonitor(evidence.name(), schedulers);
    print(Subject.MONITOR, Explainer.of(evidence.with(found), symbols));
  }

  private static Evidence monitor(ExplainSources sources, String name) {
    return sources.monitors(name).stream()
        .filter(evidence -> evidence.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            CommandFailure.failed(
                "`%s` cannot be asked yet: it is new, and answers after the next interval"
                    .formatted(name)));
  }

  private Evidence worst(ExplainSources sources) {
    return Worst.of(sources.monitors(null), session.output().symbols())
        .orElseThrow(() ->
            CommandFailure.failed(
                "there is no monitor to explain: the program has not called"
                    + " Pickglass.monitor(name) yet"));
  }

  private void print(Subject subject, Explanation explanation) {
    session.answer(
        () -> List.of(ExplainView.json(subject.word(), explanation)),
        () -> ExplainView.lines(explanation, session.output().width()));
  }
}
