package io.pickglass.repl.run;

import io.pickglass.repl.command.AccessOptions;
import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.Commands;
import io.pickglass.repl.command.ExitCode;
import io.pickglass.repl.command.Script;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.command.StreamOutput;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.terminal.Repl;
import io.pickglass.repl.terminal.ScreenWidth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses how commands are read, connects, and runs them. */
public final class Runner {
  private final RunOptions options;
  private final @Nullable String target;
  private final AccessOptions access;

  /**
   * With a target that is connected to first.
   *
   * @param target null to look for one when it is needed
   */
  public Runner(RunOptions options, @Nullable String target) {
    this(options, target, new AccessOptions());
  }

  /** The same, with what that target lets us in. */
  public Runner(RunOptions options, @Nullable String target, AccessOptions access) {
    this.options = options;
    this.target = target;
    this.access = access;
  }

  /** Runs all commands and gives the exit code. */
  public int run() throws IOException {
    if (!options.isScripted() && ScreenWidth.isTerminal()) {
      return interactive();
    }
    if (options.execute != null) {
      return scripted(List.of(options.execute));
    }
    if (options.file != null) {
      return scripted(lines());
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, System.out.charset()));
    return scripted(() -> input.lines().iterator());
  }

  private int interactive() throws IOException {
    Config config = Configuration.load(options.answers.given());
    try (Repl repl = new Repl(config)) {
      prepare(repl.session(), config);
      repl.interruptibly(this::greet);
      repl.run();
      return ExitCode.OK;
    }
  }

  private void greet(Session session) {
    Commands commands = new Commands(session);
    if (target != null) {
      int unused = commands.connect(target, access);
      return;
    }
    try {
      session.target();
    } catch (CommandFailure e) {
      session.output().note(String.valueOf(e.getMessage()));
    }
    session.output().note("`help` lists the commands");
  }

  private int scripted(Iterable<String> lines) {
    Config config = Configuration.load(options.answers.given());
    boolean ascii = config.get(Key.ASCII).value().equals(true);
    StreamOutput output = new StreamOutput(System.out, System.err, ScreenWidth.get(), ascii);
    try (Session session = new Session(output)) {
      prepare(session, config);
      Commands commands = new Commands(session);
      if (target != null) {
        int code = commands.connectQuietly(target, access);
        if (code != ExitCode.OK) {
          return code;
        }
      }
      return Script.run(session, commands, lines);
    }
  }

  private void prepare(Session session, Config config) {
    Configuration.apply(config, session);
    DefaultTarget.setFor(session);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(Objects.requireNonNull(options.file));
    } catch (IOException e) {
      throw CommandFailure.usage(
          "cannot read the script `%s` (%s): give a text file with commands"
              .formatted(options.file, e.getClass().getSimpleName()));
    }
  }
}
