package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history}. */
@Command(
    name = "history",
    description = {
      "The lines that were typed, the latest last; Ctrl-R searches them.",
      "Passwords are not kept, nor lines that begin with a space."
    })
final class HistoryCommand extends ReplCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description = "Only lines that have this in them.")
  private String text = "";

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "The last N, 50 unless something else is said.")
  private int last = 50;

  HistoryCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (last < 1) {
      throw CommandFailure.usage("`--last " + last + "`: give a number of at least 1");
    }
    List<String> all =
        session.typed().lines().stream().filter(line -> line.contains(text)).toList();
    List<String> latest = all.subList(Math.max(0, all.size() - last), all.size());
    session.answer(
        () -> latest.stream().map(line -> Map.of("line", line)).toList(),
        () -> latest.stream().flatMap(String::lines).map(Line::plain).toList());
  }
}
