package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alias}. */
@Command(
    name = "alias",
    description = {
      "Show the names that you have given to commands, or give one.",
      "`alias slow 'monitors --sort busy%%; warnings'` makes `slow` a command, until the end; in"
          + " pickglass.toml it stays: [alias] slow = \"monitors --sort busy%%; warnings\". What follows"
          + " the name goes to the last of its commands."
    })
final class AliasCommand extends ReplCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "The name.")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "COMMANDS",
      description = "What it stands for, in quotes.")
  private @Nullable String meaning;

  @Option(names = "--remove", description = "Forget it.")
  private boolean remove;

  private final Commands commands;

  AliasCommand(Session session, Commands commands) {
    super(session);
    this.commands = commands;
  }

  @Override
  public void run() {
    Aliases aliases = session.aliases();
    if (name == null) {
      print(new LinkedHashMap<>(aliases.all()));
    } else if (remove) {
      if (!aliases.remove(name)) {
        throw unknown(name);
      }
    } else if (meaning != null) {
      define(name, meaning);
    } else {
      String known = aliases.all().get(name);
      if (known == null) {
        throw unknown(name);
      }
      print(Map.of(name, known));
    }
  }

  private void define(String alias, String standsFor) {
    if (!alias.matches("\\p{L}[\\p{L}\\p{N}_-]*")) {
      throw CommandFailure.usage(
          "`" + alias + "` is no name for commands: give letters, digits, - and _");
    }
    if (commands.names().contains(alias)) {
      throw CommandFailure.usage("`" + alias + "` is a command of the console: give another name");
    }
    if (Words.commands(standsFor).isEmpty()) {
      throw CommandFailure.usage("`" + alias + "` would stand for nothing: give it commands");
    }
    session.aliases().put(alias, standsFor);
  }

  private CommandFailure unknown(String alias) {
    return CommandFailure.failed(
        "there is no alias `%s`: %s`alias` lists all"
            .formatted(alias, Nearest.question(alias, session.aliases().all().keySet())));
  }

  private void print(Map<String, String> shown) {
    session.answer(
        () -> shown.entrySet().stream().map(AliasCommand::json).toList(),
        () ->
            shown.entrySet().stream()
                .map(each -> Line.plain("%-12s %s".formatted(each.getKey(), each.getValue())))
                .toList());
  }

  private static Map<String, Object> json(Map.Entry<String, String> alias) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alias", alias.getKey());
    json.put("commands", alias.getValue());
    return json;
  }

  /** Completes those that there are. */
  static final class Names implements Iterable<String> {
    private final Session session;

    Names(Session session) {
      this.session = session;
    }

    @Override
    public Iterator<String> iterator() {
      return List.copyOf(session.aliases().all().keySet()).iterator();
    }
  }
}
