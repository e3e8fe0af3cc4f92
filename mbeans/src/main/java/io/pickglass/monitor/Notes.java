package io.pickglass.monitor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What few tasks have: fields that the program has given them, what they have thrown, histograms of
 * their own.
 *
 * <p>Threads: fields and failure are written by the task's own code, the histograms are begun by
 * readers; all are read by anybody.
 *
 * <p>Bounds: {@value #MOST_FIELDS} fields of {@value #LONGEST} characters each; what is longer is
 * cut, what is more is left out.
 */
public final class Notes {
  /** How many fields a task may have. */
  public static final int MOST_FIELDS = 16;

  /** How long a field may be, its key included. */
  public static final int LONGEST = 256;

  private volatile List<String> fields = List.of();
  private volatile String failure = "";
  private volatile @Nullable TaskSpreads spreads;

  /** Gives the task a field, or another value of one that it has; null takes it away. */
  public void field(String key, @Nullable String value) {
    String start = key + "=";
    List<String> known = fields;
    List<String> next = new ArrayList<>(known.size() + 1);
    known.stream().filter(field -> !field.startsWith(start)).forEach(next::add);
    if (value != null && next.size() < MOST_FIELDS) {
      String field = start + value;
      next.add(field.length() > LONGEST ? field.substring(0, LONGEST - 1) + "…" : field);
    }
    fields = List.copyOf(next);
  }

  /** The fields, each as {@code key=value}, in the order in which they were given. */
  public List<String> fields() {
    return fields;
  }

  /** The value of a field; null if the task has none of that key. */
  public @Nullable String field(String key) {
    for (String field : fields) {
      if (field.length() > key.length()
          && field.charAt(key.length()) == '='
          && field.startsWith(key)) {
        return field.substring(key.length() + 1);
      }
    }
    return null;
  }

  /** The task has failed with an exception of that class. */
  public void failure(Throwable thrown) {
    failure = thrown.getClass().getName();
  }

  /** The class of what it has thrown; empty if it has thrown nothing. */
  public String failure() {
    return failure;
  }

  /** Begins its histograms, if nobody has and there is room. */
  synchronized void beginSpreads(TaskTable table, long now) {
    if (spreads == null && table.takeSpreads()) {
      spreads = new TaskSpreads(now);
    }
  }

  /** Its histograms; null if nobody has asked for them. */
  public @Nullable TaskSpreads spreads() {
    return spreads;
  }
}
