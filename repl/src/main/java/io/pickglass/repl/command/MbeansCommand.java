package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mbeans}. */
@Command(
    name = "mbeans",
    description = {
      "The MBeans of the process, also where Pickglass is not in it.",
      "`describe`, `get`, `set` and `invoke` take a name, or a part of one that no other has."
    })
final class MbeansCommand extends ReplCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      completionCandidates = BeanCandidates.Beans.class,
      description = "A part of the name, or a pattern with * and ?.")
  private @Nullable String pattern;

  MbeansCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    List<String> all = session.target().beans().names();
    List<String> found = pattern == null ? all : BeanNames.matching(all, pattern);
    if (found.isEmpty() && pattern != null) {
      throw CommandFailure.failed(
          "no MBean matches `%s`: there are %d, `mbeans` lists all".formatted(pattern, all.size()));
    }
    session.answer(
        () -> found.stream().map(name -> Map.of("mbean", name)).toList(),
        () -> found.stream().map(Line::plain).toList());
  }
}
