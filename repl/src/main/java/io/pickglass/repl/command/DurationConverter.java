package io.pickglass.repl.command;

import io.pickglass.repl.target.Timeouts;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads durations such as {@code 5s}. */
public final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Timeouts.parse(text)
        .orElseThrow(() ->
            CommandFailure.usage(
                "`" + text + "` is no duration: give one such as 500ms, 5s or 1m30s"));
  }
}
