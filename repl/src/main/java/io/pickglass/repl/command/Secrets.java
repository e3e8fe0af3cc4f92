package io.pickglass.repl.command;

import io.pickglass.repl.target.StoppedException;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where passwords come from, and how they are kept from being seen. */
public final class Secrets {
  private static final Pattern IN_ADDRESS = Pattern.compile("//([^/\\s:@]*):\\S*@");
  private static final Pattern AS_OPTION =
      Pattern.compile("(--(?:\\w+-)*password[ =])(?!env:|file:|ask\\b)(\\S+)");
  // An argument of such a name may be one: `set x:type=Pool Password hunter2`.
  private static final Pattern BY_NAME =
      Pattern.compile("(?i)\\b(?:set|invoke)\\b.*(?:passw|secret|token|credential)");

  private Secrets() {}

  /** Asks a person for a password without showing what is typed. */
  @FunctionalInterface
  public interface Prompt {
    /**
     * What was typed.
     *
     * @throws StoppedException if nobody wants to answer
     * @throws CommandFailure if there is nobody
     */
    String ask(String what);
  }

  /** The text, with the passwords in it made unreadable. */
  public static String hidden(String text) {
    return AS_OPTION.matcher(IN_ADDRESS.matcher(text).replaceAll("//$1:***@")).replaceAll("$1***");
  }

  /** Whether a line that was typed may be remembered, with its passwords hidden. */
  public static boolean isFitForHistory(String line) {
    return !BY_NAME.matcher(line).find();
  }

  /**
   * A password from where it is.
   *
   * @param source {@code env:NAME}, {@code file:PATH} or {@code ask}
   * @param what it is for
   */
  static String read(String source, String what, Prompt prompt) {
    if (source.equals("ask")) {
      return prompt.ask(what);
    }
    if (source.startsWith("env:")) {
      String name = source.substring("env:".length());
      String value = System.getenv(name);
      if (value == null) {
        throw CommandFailure.usage(
            "%s: there is no environment variable `%s`: set it, or give file:PATH or ask"
                .formatted(what, name));
      }
      return value;
    }
    if (source.startsWith("file:")) {
      return file(Paths.of(source.substring("file:".length())), what);
    }
    throw CommandFailure.usage(
        what
            + " is not given by itself, as it would be seen in the list of processes and in the"
            + " history: give env:NAME, file:PATH or ask");
  }

  private static String file(Path file, String what) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw CommandFailure.usage(
          "%s: `%s` cannot be read (%s): give a file whose first line it is"
              .formatted(what, file, e.getClass().getSimpleName()));
    }
  }

  /** Asks at the terminal of this process. */
  static String askConsole(String what) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw CommandFailure.usage(
          what + " cannot be asked for without a terminal: give env:NAME or file:PATH");
    }
    char[] typed = console.readPassword("%s: ", what);
    if (typed == null) {
      throw new StoppedException();
    }
    return new String(typed);
  }
}
