package io.pickglass.instrument;

import io.pickglass.monitor.Notes;
import io.pickglass.task.Reported;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the program wants noted of every task: a trace id, a user. Each source is asked in the
 * task's own code, as that begins and as it enters a section or gets a name.
 *
 * <p>Threads: any. Errors: what a source throws ends in {@link Guard}.
 *
 * <p>Bounds: as many sources as a task may have fields.
 */
public final class FieldSources {
  private static volatile Source[] sources = {};

  private record Source(String key, Supplier<@Nullable String> value) {}

  private FieldSources() {}

  /** Notes that of every task from now on; null ends it for that key. */
  public static synchronized void set(String key, @Nullable Supplier<@Nullable String> value) {
    Objects.requireNonNull(key);
    Source[] others =
        Arrays.stream(sources)
            .filter(source -> !source.key.equals(key))
            .limit(Notes.MOST_FIELDS - 1)
            .toArray(Source[]::new);
    if (value != null) {
      others = Arrays.copyOf(others, others.length + 1);
      others[others.length - 1] = new Source(key, value);
    }
    sources = others;
  }

  /** The task's code begins, or something in it. */
  public static void note(@Nullable Reported task) {
    Source[] known = sources;
    if (known.length != 0 && task != null) {
      note(task, known);
    }
  }

  private static void note(Reported task, Source[] known) {
    for (Source source : known) {
      try {
        String value = source.value.get();
        if (value != null) {
          task.notes().field(source.key, value);
        }
      } catch (Throwable e) {
        Guard.caught(e);
      }
    }
  }
}
