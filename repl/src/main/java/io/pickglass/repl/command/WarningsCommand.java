package io.pickglass.repl.command;

import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.WarningsAnswer;
import io.pickglass.repl.view.WarningJson;
import io.pickglass.repl.view.WarningsView;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warnings}. */
@Command(
    name = "warnings",
    description = {
      "What is the matter now, since when, with which tasks, and what is known of the cause.",
      "A warning is raised as soon as the evidence suffices, and cleared some looks after it was"
          + " last so. --rules says when each is raised and what to do then."
    })
final class WarningsCommand extends ReplCommand {
  private static final int MOST = 1_000;

  @Option(
      names = "--history",
      description = "What was the matter: the last 1,000 that were cleared.")
  private boolean history;

  @Option(names = "--rules", description = "Of what it warns, from which threshold on.")
  private boolean rules;

  @Option(
      names = "--threshold",
      paramLabel = "RULE=VALUE",
      description = "Warn from that value on, such as long-poll=250ms or self-wakes=75%%.")
  private Map<String, String> thresholds = new LinkedHashMap<>();

  @Option(
      names = "--level",
      paramLabel = "RULE=LEVEL",
      description = "How much it matters: off, info, warning or critical.")
  private Map<String, String> levels = new LinkedHashMap<>();

  WarningsCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Target target = session.target();
    boolean changed = !thresholds.isEmpty() || !levels.isEmpty();
    if (changed && history || rules && history) {
      throw CommandFailure.usage("`--history` shows what is over: give it alone");
    }
    thresholds.forEach(target::warnFrom);
    levels.forEach(target::warnAs);
    if (history) {
      past(here(target.pastWarnings(MOST)));
    } else if (rules || changed) {
      rules(target.warnings().rules());
    } else {
      WarningsAnswer answer = target.warnings();
      WarningLevels.notes(session.config(), answer.rules()).forEach(session.output()::note);
      active(new WarningsAnswer(here(answer.active()), answer.rules()));
    }
  }

  /** As the user wants them in this console. */
  private List<Warning> here(List<Warning> all) {
    List<Warning> wanted = WarningLevels.here(session.config(), all);
    int off = all.size() - wanted.size();
    if (off > 0) {
      session.output().note(off + " of rules that are off in this console (see `config`)");
    }
    return wanted;
  }

  private void active(WarningsAnswer answer) {
    Output output = session.output();
    session.answer(
        () -> answer.active().stream().map(WarningJson::of).toList(),
        () ->
            WarningsView.active(
                answer.active(), answer.rules(), zone(), output.width(), output.symbols()));
  }

  private void past(List<Warning> warnings) {
    Output output = session.output();
    session.answer(
        () -> warnings.stream().map(WarningJson::of).toList(),
        () -> WarningsView.history(warnings, zone(), output.width(), output.symbols()));
  }

  private void rules(List<WarningRule> all) {
    Output output = session.output();
    session.answer(
        () -> all.stream().map(WarningJson::of).toList(),
        () -> WarningsView.rules(all, output.width(), output.symbols()));
  }

  private static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
