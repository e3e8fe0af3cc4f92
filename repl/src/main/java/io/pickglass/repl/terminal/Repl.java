package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Commands;
import io.pickglass.repl.command.Completion;
import io.pickglass.repl.command.Script;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.target.StoppedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedStyle;
import org.jline.widget.AutosuggestionWidgets;

/**
 * Reads commands from a person and runs them, one after another, until the person leaves.
 *
 * <p>Threads: commands run in the thread that reads. Ctrl-C arrives in a thread of the terminal's
 * and interrupts the command; network work is done by workers and given up then.
 */
public final class Repl implements AutoCloseable {
  private final Terminal terminal;
  private final TerminalOutput output;
  private final Session session;
  private final Thread thread = Thread.currentThread();
  private volatile boolean running;

  /** Takes the terminal of this process. */
  public Repl(Config config) throws IOException {
    this(config, Terminals.open());
  }

  /** With a terminal of its own, at which what is typed is already known. */
  public Repl(Config config, InputStream typed, OutputStream shown) throws IOException {
    this(config, Terminals.open(typed, shown));
  }

  private Repl(Config config, Terminal terminal) {
    this.terminal = terminal;
    terminal.handle(Signal.INT, _ -> interrupt());
    output = new TerminalOutput(terminal, config);
    session = new Session(output);
    session.prompt(this::ask);
    session.screen(() -> new FullScreen(terminal, output.colours(), output.symbols()));
    session.typed().snippets(new SnippetTyping(terminal));
  }

  /** The session, to be prepared before {@link #run}. */
  public Session session() {
    return session;
  }

  /** Does something that Ctrl-C may stop. */
  public void interruptibly(Consumer<Session> work) {
    running = true;
    try {
      work.accept(session);
    } finally {
      running = false;
      Thread.interrupted(); // a Ctrl-C that came too late must not hit the next command
    }
  }

  /** Runs until {@code quit} or the end of the input. */
  public void run() {
    Commands commands = new Commands(session);
    LineReader reader = reader(commands);
    session.typed().lines(() -> lines(reader.getHistory()));
    prepare(commands);
    while (!session.isQuit()) {
      try {
        String line = reader.readLine(prompt());
        interruptibly(s -> Script.runLine(s, commands, line));
      } catch (UserInterruptException e) {
        // Ctrl-C while typing drops the line.
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    session.close();
    terminal.close();
  }

  private LineReader reader(Commands commands) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("pickglass")
            .parser(new CommandParser())
            .history(new SafeHistory())
            .completer(new CompleterOfCommands(new Completion(commands), session))
            .highlighter(new CommandHighlighter(commands, output.colours()))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .variable(LineReader.BELL_STYLE, "none")
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ");
    History.file().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader reader = builder.build();
    if (!output.colours().areOff()) {
      // What is suggested is told from what is typed only by its colour.
      new AutosuggestionWidgets(reader).enable();
    }
    return reader;
  }

  /** While the person reads and types. */
  private static void prepare(Commands commands) {
    var _ = Thread.ofPlatform().daemon().name("pickglass commands").start(commands::all);
  }

  private static List<String> lines(org.jline.reader.History history) {
    List<String> lines = new ArrayList<>();
    history.forEach(entry -> lines.add(entry.line()));
    return lines;
  }

  /** A reader of its own: what is typed here is shown and remembered nowhere. */
  private String ask(String what) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .variable(LineReader.DISABLE_HISTORY, true)
            .build();
    try {
      return reader.readLine(what + ": ", '\0');
    } catch (UserInterruptException | EndOfFileException e) {
      throw new StoppedException();
    }
  }

  private String prompt() {
    String text = session.targetName().orElse("pickglass") + "> ";
    return output.colours().paint(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN));
  }

  private void interrupt() {
    if (running) {
      thread.interrupt();
    }
  }
}
