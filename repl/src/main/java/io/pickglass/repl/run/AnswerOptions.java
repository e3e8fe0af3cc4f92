package io.pickglass.repl.run;

import io.pickglass.repl.command.DurationConverter;
import io.pickglass.repl.command.OutputFormat;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.target.Timeouts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of everything that asks a target and answers; they win over pickglass.toml. */
final class AnswerOptions {
  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description =
          "text (the default; table is the same), json: one JSON object per line, or csv.")
  private @Nullable OutputFormat output;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long a target may take to answer, e.g. 10s (the default is 5s).")
  private @Nullable Duration timeout;

  @Option(
      names = "--colours",
      paramLabel = "COLOURS",
      description = "auto (the default), off, 8, 16, 256 or truecolor; NO_COLOR is respected.")
  private @Nullable String colours;

  @Option(names = "--ascii", description = "Write nothing but ASCII.")
  private boolean ascii;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Note in this file what goes wrong behind the screen.")
  private @Nullable String log;

  /** Reads the files, and sets all that is in force. */
  void applyTo(Session session) {
    Configuration.apply(Configuration.load(given()), session);
  }

  /** What was given, as the files would have it. */
  Map<List<String>, Object> given() {
    Map<List<String>, Object> given = new LinkedHashMap<>();
    if (output != null) {
      given.put(List.of(Key.OUTPUT.label()), output.name().toLowerCase(Locale.ROOT));
    }
    if (timeout != null) {
      given.put(List.of(Key.TIMEOUT.label()), Timeouts.text(timeout));
    }
    if (colours != null) {
      given.put(List.of(Key.COLOURS.label()), colours);
    }
    if (ascii) {
      given.put(List.of(Key.ASCII.label()), true);
    }
    if (log != null) {
      given.put(List.of(Key.LOG.label()), log);
    }
    return given;
  }
}
