package io.pickglass.repl.recording;

import io.pickglass.catalog.Metric;
import io.pickglass.repl.series.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a recording.
 *
 * @param format of the file
 * @param protocol that the target spoke
 * @param version of the library in the target
 * @param target how people call it
 * @param metrics those that the recorder knew, by the word of their table: all others are absent
 */
public record Header(
    int format, int protocol, String version, String target, Map<String, Set<String>> metrics) {
  /** The newest format that is read, and the one that is written. */
  public static final int FORMAT = 1;

  private static final String MARK = "pickglass";
  private static final String RECORDING = "recording";

  /** Of a recording that is written now. */
  public static Header now(int protocol, String version, String target) {
    Map<String, Set<String>> metrics = new LinkedHashMap<>();
    Arrays.stream(Subject.values())
        .forEach(subject ->
            metrics.put(
                subject.word(),
                Set.copyOf(subject.metrics().stream().map(Metric::metricName).toList())));
    return new Header(FORMAT, protocol, version, target, metrics);
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(MARK, RECORDING);
    map.put("format", format);
    map.put("protocol", protocol);
    map.put("version", version);
    map.put("target", target);
    Map<String, Object> names = new LinkedHashMap<>();
    metrics.forEach((table, known) -> names.put(table, known.stream().sorted().toList()));
    map.put("metrics", names);
    return map;
  }

  /**
   * Reads it.
   *
   * @param file how the file is called, for the sentence
   * @throws RecordingException where it is none, or of a newer format
   */
  static Header of(String file, Map<String, ? extends @Nullable Object> map) {
    if (!RECORDING.equals(map.get(MARK)) || !(map.get("format") instanceof Number format)) {
      throw new RecordingException(noRecording(file));
    }
    String version = text(map.get("version"));
    if (format.intValue() > FORMAT || format.intValue() < 1) {
      throw new RecordingException(
          "`%s` is a recording of format %s, from Pickglass %s, and this console reads format %d: use a console as new as the recording"
              .formatted(file, format, version.isEmpty() ? "of another version" : version, FORMAT));
    }
    Map<String, Set<String>> metrics = new LinkedHashMap<>();
    if (map.get("metrics") instanceof Map<?, ?> tables) {
      tables.forEach((table, names) -> metrics.put(String.valueOf(table), texts(names)));
    }
    int protocol = map.get("protocol") instanceof Number number ? number.intValue() : 0;
    return new Header(FORMAT, protocol, version, text(map.get("target")), metrics);
  }

  static String noRecording(String file) {
    return "`%s` is no recording of Pickglass: give a file that `record` has written"
        .formatted(file);
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static Set<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? Set.copyOf(list.stream().map(String::valueOf).distinct().toList())
        : Set.of();
  }
}
