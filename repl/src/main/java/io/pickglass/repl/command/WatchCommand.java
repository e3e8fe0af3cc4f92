package io.pickglass.repl.command;

import io.pickglass.repl.expression.Expression;
import io.pickglass.repl.expression.Expression.Verdict;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.view.Line;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}. */
@Command(
    name = "watch",
    description = {
      "Look at a condition at each interval, and ring or run a command when it becomes true.",
      "  watch orders.maxPollNanos > 1s",
      "  watch --run 'tasks --sort busy --limit 5' virtual-threads.queueDepth > 100",
      "The condition is written as for `assert`; options come first. Ctrl-C ends it.",
      "Of a recording it says when it was true, from its begin to the moment that is looked at."
    })
final class WatchCommand extends ReplCommand implements TakesFreeText {
  private final Commands commands;

  @Option(
      names = "--run",
      paramLabel = "COMMAND",
      description = "Run these commands of the console then.")
  private @Nullable String run;

  @Option(
      names = "--exec",
      paramLabel = "PROGRAM",
      description = "Let the shell run this then; PICKGLASS_WATCH has the numbers.")
  private @Nullable String exec;

  @Option(names = "--silent", description = "Do not ring.")
  private boolean silent;

  @Option(names = "--once", description = "End when it has become true.")
  private boolean once;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "End after that time; the exit code is 1 if it never became true.")
  private @Nullable Duration time;

  @Parameters(paramLabel = "EXPR", arity = "1..*", description = "The condition.")
  private List<String> words = List.of();

  WatchCommand(Session session, Commands commands) {
    super(session);
    this.commands = commands;
  }

  @Override
  public void run() {
    Expression expression = Question.parse(words);
    Ticks ticks = new Ticks(session);
    long end = time == null ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
    boolean was = false;
    boolean ever = false;
    try {
      for (Long tick = ticks.first(); tick != null; tick = ticks.next(end)) {
        Verdict verdict = ticks.at(tick, expression);
        String numbers = Question.text(verdict, session.output().symbols());
        if (verdict.holds() && !was) {
          ever = true;
          tell(expression, verdict, numbers, tick, ticks.time());
          if (once) {
            return;
          }
        } else if (was && !verdict.holds()) {
          session.output().note("no longer at interval %d: %s".formatted(tick, numbers));
        }
        was = verdict.holds();
        session.output().progress("interval %d: %s".formatted(tick, numbers));
      }
    } catch (StoppedException e) {
      return; // Ctrl-C is how it ends
    } finally {
      session.output().progress("");
      ticks.close();
    }
    if (!ever) {
      throw CommandFailure.failed(
          "`%s` did not become true %s"
              .formatted(
                  expression.text(),
                  time == null ? "in the recording" : "within " + Timeouts.text(time)));
    }
  }

  private void tell(Expression expression, Verdict verdict, String numbers, long tick, Instant at) {
    if (session.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("watch", expression.text());
      json.put("sequence", tick);
      json.put("at", at.toString());
      json.put("values", verdict.numbers());
      session.print(json);
    } else {
      session
          .output()
          .line(Line.header("true at interval %d (%s): %s".formatted(tick, at, numbers)));
    }
    if (!silent) {
      session.output().ring();
    }
    if (run != null) {
      Script.runLine(session, commands, run);
    }
    if (exec != null) {
      exec(exec, numbers);
    }
  }

  private void exec(String program, String numbers) {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", program);
    builder.environment().put("PICKGLASS_WATCH", numbers);
    // What it writes is not part of our answer.
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      int code = builder.start().waitFor();
      if (code != 0) {
        session.output().note("`%s` ended with %d".formatted(program, code));
      }
    } catch (IOException e) {
      session.output().note("`%s` could not be started: %s".formatted(program, e.getMessage()));
    } catch (InterruptedException e) {
      throw new StoppedException();
    }
  }
}
