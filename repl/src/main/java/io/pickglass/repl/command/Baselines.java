package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import io.pickglass.repl.recording.Entry;
import io.pickglass.repl.recording.Header;
import io.pickglass.repl.recording.IntervalLine;
import io.pickglass.repl.recording.LineType;
import io.pickglass.repl.recording.Recording;
import io.pickglass.repl.recording.RecordingException;
import io.pickglass.repl.recording.RecordingWriter;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Intervals that are kept for later comparison. Each baseline is a small recording in the user's
 * own directory, so that `replay` can look at it, too.
 */
final class Baselines {
  private static final String SUFFIX = ".ndjson";

  private Baselines() {}

  /** Keeps the last so many intervals of all that is watched; gives how many there were of each. */
  static int save(Target target, String name, int last) {
    Info info = target.describe();
    Header header = Header.now(info.protocolVersion(), info.version(), target.name());
    long at = System.currentTimeMillis();
    int longest = 0;
    try (RecordingWriter writer = new RecordingWriter(file(name), true, header)) {
      writer.add(LineType.INFO, at, info(info));
      for (Subject subject : Subject.values()) {
        for (String each : info.names().of(subject)) {
          List<Interval<?>> kept = Kept.of(target, new Named(subject, each));
          List<Interval<?>> some = kept.subList(Math.max(0, kept.size() - last), kept.size());
          some.forEach(one -> writer.add(LineType.INTERVAL, at, IntervalLine.toMap(one)));
          longest = Math.max(longest, some.size());
        }
      }
      writer.add(LineType.END, at, Map.of("reason", "it is a baseline"));
    } catch (RecordingException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
    return longest;
  }

  private static Map<String, Object> info(Info info) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("version", info.version());
    items.put("trackingMode", info.trackingMode());
    items.put("startTime", info.startTime());
    items.put("intervalMillis", info.intervalMillis());
    items.put("monitors", info.names().monitors());
    items.put("runtimes", info.names().runtimes());
    return items;
  }

  /** The intervals of a monitor or runtime that were kept under that name. */
  static List<Interval<?>> read(String name, Named named) {
    Path file = file(name);
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.failed(
          "there is no baseline `%s`: %s`baseline list` shows all, `baseline save %s` makes it"
              .formatted(name, Nearest.question(name, names()), name));
    }
    try (Recording recording = Recording.open(file)) {
      List<Entry> entries = recording.intervals(named.subject(), named.name());
      if (entries.isEmpty()) {
        throw CommandFailure.failed(
            "the baseline `%s` has no intervals of the %s `%s`: save it again"
                .formatted(name, named.subject().word(), named.name()));
      }
      return entries.stream()
          .<Interval<?>>map(
              entry -> IntervalLine.of(recording.read(entry), recording.header().metrics()))
          .toList();
    } catch (RecordingException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  /** Forgets one; whether there was one. */
  static boolean delete(String name) {
    try {
      return Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot delete the baseline `%s`: %s".formatted(name, e.getMessage()));
    }
  }

  /** Their names, sorted. */
  static List<String> names() {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // there are none yet
    }
  }

  /** When it was saved. */
  static Instant saved(String name) {
    try {
      return Files.getLastModifiedTime(file(name)).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static Path file(String name) {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")) {
      throw CommandFailure.usage(
          "`%s` is no name for a baseline: give letters, digits, `.`, `_` and `-`".formatted(name));
    }
    return directory().resolve(name + SUFFIX);
  }

  private static Path directory() {
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state != null && Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    try {
      return Files.createDirectories(base.resolve("pickglass").resolve("baselines"));
    } catch (IOException e) {
      throw CommandFailure.failed(
          "baselines are kept below `%s`, where nothing can be written: %s"
              .formatted(base, e.getMessage()));
    }
  }

  /** Completes names. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
