package io.pickglass.repl.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is in force. Immutable.
 *
 * <p>A layer that repeats a value changes nothing, not even where it comes from: so can all that is
 * in force be put into a file and tell the same of itself.
 */
public final class Config {
  /** Where what nobody has set comes from. */
  public static final String DEFAULT = "default";

  /** Nothing is set. */
  public static final Config NONE = new Config(defaults());

  private final Map<List<String>, Entry> entries;

  /**
   * A value that is in force.
   *
   * @param value text or a truth
   * @param origin the file, or what else set it
   */
  public record Entry(Object value, String origin) {
    /** The value as text. */
    public String text() {
      return value.toString();
    }
  }

  private Config(Map<List<String>, Entry> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  private static Map<List<String>, Entry> defaults() {
    Map<List<String>, Entry> entries = new LinkedHashMap<>();
    for (Key key : Key.values()) {
      entries.put(List.of(key.label()), new Entry(key.byDefault(), DEFAULT));
    }
    return entries;
  }

  /** The same with these values over it. */
  public Config with(String origin, Map<List<String>, Object> values) {
    Map<List<String>, Entry> next = new LinkedHashMap<>(entries);
    values.forEach((path, value) -> {
      Entry before = next.get(path);
      if (before == null || !before.value().equals(value)) {
        next.put(path, new Entry(value, origin));
      }
    });
    return new Config(next);
  }

  /** The value of a key. */
  public Entry get(Key key) {
    return Objects.requireNonNull(entries.get(List.of(key.label())));
  }

  /** The entries of a section by their names, in order. */
  public Map<String, Entry> get(Section section) {
    Map<String, Entry> found = new TreeMap<>();
    entries.forEach((path, entry) -> {
      if (path.size() == 2 && path.getFirst().equals(section.label())) {
        found.put(path.getLast(), entry);
      }
    });
    return found;
  }

  /** What is known of the targets that have a name, in order. */
  public Map<String, Map<String, Entry>> targets() {
    Map<String, Map<String, Entry>> found = new TreeMap<>();
    entries.forEach((path, entry) -> {
      if (path.size() == 3) {
        found.computeIfAbsent(path.get(1), _ -> new LinkedHashMap<>()).put(path.getLast(), entry);
      }
    });
    return found;
  }
}
