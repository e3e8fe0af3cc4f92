package io.pickglass.repl.command;

import picocli.CommandLine.Option;

/** A command of the console. Instances are used again and again; picocli resets their options. */
public abstract class ReplCommand {
  /** The session it works on. */
  protected final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** For a session. */
  protected ReplCommand(Session session) {
    this.session = session;
  }

  /**
   * Does it.
   *
   * @throws CommandFailure where it cannot be done
   */
  public abstract void run();
}
