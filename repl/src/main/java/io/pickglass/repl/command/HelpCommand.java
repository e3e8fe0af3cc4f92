package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Paragraph;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code help}. */
@Command(name = "help", description = "List the commands, explain one, or explain the metrics.")
final class HelpCommand extends ReplCommand {
  private static final String METRICS = "metrics";

  private final Commands commands;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      completionCandidates = Topics.class,
      description = "A command, or the word `metrics`.")
  private @Nullable String topic;

  HelpCommand(Session session, Commands commands) {
    super(session);
    this.commands = commands;
  }

  @Override
  public void run() {
    if (topic == null) {
      overview();
    } else if (topic.equals(METRICS)) {
      metrics();
    } else {
      session.print(commands.usage(commands.find(topic)));
    }
  }

  private void overview() {
    for (CommandLine command : commands.all()) {
      String sentence = command.getCommandSpec().usageMessage().description()[0];
      print("%-12s %s".formatted(command.getCommandName(), sentence));
    }
    print("");
    print("`help COMMAND` or `COMMAND -h` explains one, `help metrics` the numbers.");
    print("Several commands on a line are separated by `;`. TAB completes.");
  }

  private void metrics() {
    for (Subject subject : Subject.values()) {
      session.output().line(Line.header("of a " + subject.word()));
      for (Metric metric : subject.metrics()) {
        print(metric.metricName());
        Paragraph.of(metric.help(), "    ", session.output().width()).forEach(this::print);
      }
    }
  }

  private void print(String line) {
    session.output().line(Line.plain(line));
  }

  /** Completes the topic. */
  static final class Topics implements Iterable<String> {
    private final Commands commands;

    Topics(Commands commands) {
      this.commands = commands;
    }

    @Override
    public Iterator<String> iterator() {
      List<String> names = new ArrayList<>(commands.names());
      names.add(METRICS);
      return names.iterator();
    }
  }
}
