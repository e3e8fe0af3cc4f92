package io.pickglass.repl.command;

import io.pickglass.repl.jshell.Scope;
import io.pickglass.repl.jshell.SnippetReader;
import io.pickglass.repl.jshell.Snippets;
import io.pickglass.repl.jshell.StartUp;
import io.pickglass.repl.jshell.UnstoppableException;
import io.pickglass.repl.view.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jshell}: one shell as long as the console lasts, so that its variables are kept. */
@Command(
    name = "jshell",
    description = {
      "Java on the target's numbers: monitor(\"orders\"), tasks() and others are in scope.",
      "Snippets run in this process, never in the target. Ctrl-C stops one that runs, Ctrl-D or"
          + " /exit leaves; variables are kept until the console ends or /reset. /vars lists them,"
          + " TAB completes, and says in the brackets of a call what it takes."
    },
    footer = {
      "",
      "In scope: monitor(NAME) monitors() interval(MONITOR) intervals(MONITOR) runtime(NAME)"
          + " runtimes() workers(RUNTIME) tasks() tasks(QUERY) task(ID) evidence(ID) resources() resources(QUERY) waits() deadlocks()"
          + " warnings()"
          + " mbeans() mbeans(PART) get(MBEAN, ATTRIBUTE) invoke(MBEAN, OPERATION, ARGUMENTS...)"
          + " info() target() connect(TARGET).",
      "Examples:",
      "  jshell 'monitor(\"orders\").metrics().get(POLL_COUNT)'",
      "  jshell --script pickglass.jsh        then, anywhere: jshell --startup pickglass.jsh"
    })
final class JShellCommand extends ReplCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "SNIPPET",
      description = "Run these, and return; in quotes. Without, they are typed.")
  private List<String> given = new ArrayList<>();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description =
          "Write the start-up script for a plain jshell, connected to the present target; - shows it.")
  private @Nullable String script;

  private final Commands commands;
  private @Nullable Snippets shell;

  JShellCommand(Session session, Commands commands) {
    super(session);
    this.commands = commands;
  }

  @Override
  public void run() {
    String file = script;
    if (file != null) {
      write(file);
      return;
    }
    Scope.use(session::target);
    if (!given.isEmpty()) {
      given.forEach(this::runGiven);
      return;
    }
    SnippetReader reader =
        session
            .typed()
            .snippets()
            .orElseThrow(() ->
                CommandFailure.usage(
                    "nobody can type here: give snippets, such as `jshell 'monitors().size()'`"));
    session.output().note("JShell on the target: Ctrl-D leaves, /help helps");
    String typed = reader.read(shell());
    while (typed != null && !typed.strip().equals("/exit")) {
      runTyped(typed.strip());
      typed = reader.read(shell());
    }
  }

  private void runTyped(String typed) {
    switch (typed) {
      case "" -> {}
      case "/vars" -> print(shell().variables());
      case "/help" -> session.print(commands.usage(commands.find("jshell")));
      case "/reset" -> reset();
      default -> {
        if (typed.startsWith("/") && !typed.startsWith("//") && !typed.startsWith("/*")) {
          session.output().error("there are /exit, /help, /reset and /vars; all else is Java");
        } else {
          run(typed);
        }
      }
    }
  }

  private void runGiven(String snippet) {
    if (!run(snippet)) {
      throw CommandFailure.failed("the snippet failed: " + snippet);
    }
  }

  /** Whether it went well. */
  private boolean run(String snippet) {
    try {
      Snippets.Answer answer = shell().run(snippet);
      print(answer.lines());
      return answer.isFine();
    } catch (UnstoppableException e) {
      reset();
      session
          .output()
          .error("the snippet does not stop; it was left alone, and so are its variables");
      return false;
    }
  }

  private void reset() {
    if (shell != null) {
      shell.close();
    }
    shell = null;
  }

  private Snippets shell() {
    Snippets present = shell;
    if (present == null) {
      present = new Snippets();
      shell = present;
    }
    return present;
  }

  /** Passwords are not written down: the script takes them from where they can be given. */
  private String connect() {
    OpenTarget present =
        session.open().stream().filter(session::isPresent).findFirst().orElse(null);
    if (present == null) {
      return "// connect(\"TARGET\");";
    }
    String user = present.access().user();
    return user.isEmpty()
        ? "connect(\"%s\");".formatted(Secrets.hidden(present.destination().address()))
        : "connect(\"%s\", \"%s\", System.getenv(\"PICKGLASS_PASSWORD\"));"
            .formatted(Secrets.hidden(present.destination().address()), user);
  }

  private void print(List<String> lines) {
    lines.forEach(line -> session.output().line(Line.plain(line)));
  }

  private void write(String file) {
    String text = StartUp.script(connect());
    if (file.equals("-")) {
      print(text.lines().toList());
      return;
    }
    try {
      Files.writeString(Paths.of(file), text);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "`%s` cannot be written (%s): give a file in a directory of yours"
              .formatted(file, e.getClass().getSimpleName()));
    }
    session.output().note("written: `%s` runs it".formatted(StartUp.command(file)));
  }
}
