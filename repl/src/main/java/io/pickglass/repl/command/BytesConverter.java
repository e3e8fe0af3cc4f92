package io.pickglass.repl.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads amounts of memory such as {@code 100MB}; a kB is 1,000 bytes, as everywhere here. */
final class BytesConverter implements ITypeConverter<Long> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*([kmg]?)b?");

  @Override
  public Long convert(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw CommandFailure.usage("`" + text + "` is no size: give one such as 500kB, 100MB or 2GB");
    }
    long unit =
        switch (matcher.group(2)) {
          case "k" -> 1_000L;
          case "m" -> 1_000_000L;
          case "g" -> 1_000_000_000L;
          default -> 1L;
        };
    return Long.parseLong(matcher.group(1)) * unit;
  }
}
