package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baseline}. */
@Command(
    name = "baseline",
    description = {
      "Keep the last intervals of all monitors and runtimes under a name, for `diff --baseline`.",
      "`baseline save X` keeps them, `baseline list` shows the names, `baseline delete X` forgets."
    })
final class BaselineCommand extends ReplCommand {
  @Parameters(
      index = "0",
      paramLabel = "save|list|delete",
      completionCandidates = Actions.class,
      description = "What to do.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "X",
      completionCandidates = Baselines.Names.class,
      description = "The name.")
  private @Nullable String name;

  @Option(names = "--last", paramLabel = "N", description = "Keep N intervals; 30 without.")
  private int last = 30;

  BaselineCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    switch (action) {
      case "list" -> list();
      case "save" -> save(named());
      case "delete" -> {
        if (!Baselines.delete(named())) {
          throw CommandFailure.failed("there is no baseline `%s`".formatted(named()));
        }
      }
      default ->
          throw CommandFailure.usage("`baseline %s`: give save, list or delete".formatted(action));
    }
  }

  private String named() {
    if (name == null) {
      throw CommandFailure.usage("`baseline %s` needs a name".formatted(action));
    }
    return name;
  }

  private void save(String as) {
    int kept = Baselines.save(session.target(), as, Math.max(1, last));
    if (session.isJson()) {
      session.print(Map.of("baseline", as, "intervals", kept));
    } else {
      session
          .output()
          .note(
              "kept the last %d intervals as `%s`: `diff NAME --baseline %s` compares with them"
                  .formatted(kept, as, as));
    }
  }

  private void list() {
    for (String each : Baselines.names()) {
      String saved = Baselines.saved(each).truncatedTo(ChronoUnit.SECONDS).toString();
      if (session.isJson()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("baseline", each);
        json.put("saved", saved);
        session.print(json);
      } else {
        session.output().line(Line.plain("%s  %s".formatted(saved, each)));
      }
    }
  }

  /** Completes what to do. */
  static final class Actions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("save", "list", "delete").iterator();
    }
  }
}
