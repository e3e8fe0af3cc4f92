package io.pickglass.demo;

import io.pickglass.demo.load.LoadSettings;
import io.pickglass.demo.trouble.TroubleName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line, understood.
 *
 * @param duration of the load; empty to go on until the process is stopped, zero for no load
 * @param database a file; empty for a database in memory
 */
record Options(
    int port,
    double rate,
    Optional<Duration> duration,
    long seed,
    Set<TroubleName> troubles,
    Optional<Path> database,
    boolean exitAfterLoad,
    boolean stopOnEof,
    boolean help) {
  private static final int MAX_RATE = 100_000;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)|0");

  static final String HELP =
      """
      A small service and its load, watched by Pickglass.

        --port N           where it listens on 127.0.0.1; 0 for any free port (default 8080)
        --rate R           requests per second (default 100)
        --duration D       of the load, as 500ms, 30s, 5m or 2h; 0 for none (default: until stopped)
        --seed N           the same seed sends the same requests (default 42)
        --trouble A,B      troubles to start with (default: none)
        --database FILE    keeps the users in FILE.mv.db (default: in memory)
        --exit-after-load  ends when the load has ended
        --stop-on-eof      ends when standard input ends
        --help             prints this

      Troubles can also be switched while it runs: POST /trouble/NAME?on=true
      """
          + Stream.of(TroubleName.values())
              .map(trouble -> "  %-9s %s\n".formatted(trouble.label(), trouble.sentence()))
              .collect(Collectors.joining());

  static Options parse(String... args) throws UsageException {
    Parser parser = new Parser();
    for (int i = 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      String name = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (parser.flag(name)) {
        if (equals >= 0) {
          throw new UsageException(name + " takes no value.");
        }
      } else if (equals >= 0) {
        parser.option(name, args[i].substring(equals + 1));
      } else {
        parser.option(name, i + 1 < args.length ? args[i + 1] : "");
        i++;
      }
    }
    return parser.options();
  }

  /** The load that is asked for; empty if none is. */
  Optional<LoadSettings> load() {
    if (duration.isEmpty()) {
      return Optional.of(LoadSettings.endless(rate, seed));
    }
    return duration
        .filter(time -> !time.isZero())
        .map(time -> LoadSettings.during(time, rate, seed));
  }

  /** Collects options; those that are not given keep what they have here. */
  private static final class Parser {
    private int port = 8080;
    private double rate = 100;
    private Optional<Duration> duration = Optional.empty();
    private long seed = 42;
    private final Set<TroubleName> troubles = EnumSet.noneOf(TroubleName.class);
    private Optional<Path> database = Optional.empty();
    private boolean exitAfterLoad;
    private boolean stopOnEof;
    private boolean help;

    boolean flag(String name) {
      switch (name) {
        case "--exit-after-load" -> exitAfterLoad = true;
        case "--stop-on-eof" -> stopOnEof = true;
        case "--help", "-h" -> help = true;
        default -> {
          return false;
        }
      }
      return true;
    }

    void option(String name, String value) throws UsageException {
      switch (name) {
        case "--port" -> port = (int) whole(name, value, 0, 65_535);
        case "--rate" -> rate = rate(name, value);
        case "--duration" -> duration = Optional.of(duration(name, value));
        case "--seed" -> seed = whole(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
        case "--trouble" -> addTroubles(name, value);
        case "--database" -> database = Optional.of(path(name, value));
        default -> throw new UsageException("There is no option " + name + "; --help lists all.");
      }
    }

    Options options() throws UsageException {
      if (exitAfterLoad && duration.isEmpty() && !help) {
        throw new UsageException(
            "--exit-after-load needs a --duration, because without one the load never ends.");
      }
      return new Options(
          port, rate, duration, seed, troubles, database, exitAfterLoad, stopOnEof, help);
    }

    private void addTroubles(String name, String value) throws UsageException {
      for (String label : value.split(",", -1)) {
        troubles.add(
            TroubleName.labelled(label.strip())
                .orElseThrow(() -> wrong(name, label, "one of " + TroubleName.labels())));
      }
    }

    private static long whole(String name, String value, long min, long max) throws UsageException {
      try {
        long number = Long.parseLong(value);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        // said below, as for a number out of range
      }
      throw wrong(name, value, "a whole number from " + min + " to " + max);
    }

    private static double rate(String name, String value) throws UsageException {
      try {
        double rate = Double.parseDouble(value);
        if (rate > 0 && rate <= MAX_RATE) {
          return rate;
        }
      } catch (NumberFormatException e) {
        // said below, as for a number out of range
      }
      throw wrong(name, value, "a number above 0 and up to " + MAX_RATE);
    }

    private static Duration duration(String name, String value) throws UsageException {
      Matcher matcher = DURATION.matcher(value);
      if (!matcher.matches()) {
        throw wrong(name, value, "a duration such as 500ms, 30s, 5m or 2h, or 0");
      }
      if (matcher.group(1) == null) {
        return Duration.ZERO;
      }
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        default -> Duration.ofHours(amount);
      };
    }

    private static Path path(String name, String value) throws UsageException {
      try {
        if (!value.isBlank() && value.indexOf(';') < 0) {
          return Path.of(value);
        }
      } catch (InvalidPathException e) {
        // said below
      }
      throw wrong(name, value, "a path without ';'");
    }

    private static UsageException wrong(String name, String value, String wanted) {
      String found = value.isEmpty() ? "nothing" : "'" + value + "'";
      return new UsageException(name + " takes " + wanted + ", not " + found + ".");
    }
  }
}
