package io.pickglass.repl.record;

import io.pickglass.model.Interval;
import io.pickglass.repl.recording.IntervalLine;
import io.pickglass.repl.recording.LineType;
import io.pickglass.repl.recording.RecordingWriter;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes what a target tells until a bound is reached or it is stopped: each interval once, and now
 * and then a look at the rest. After each round all of it is in the file. Used by one thread.
 */
public final class Recorder {
  // As for `tail`: an answer stays small.
  private static final int PORTION = 200;
  private static final long SHORTEST_PAUSE_MILLIS = 50;
  private static final long RETRY_MILLIS = 800;

  private final Source source;
  private final RecordingWriter writer;
  private final Bounds bounds;
  private final long begun = System.nanoTime();
  private final Map<String, Long> lastByKey = new HashMap<>();
  private final Looks looks;
  private Names names = Names.NONE;
  private String epoch = "";
  private int lives;
  private long nextLook;
  private long intervals;
  private long missed;
  private String reason = "";

  /** Of that source into that file. */
  public Recorder(Source source, RecordingWriter writer, Bounds bounds) {
    this.source = source;
    this.writer = writer;
    this.bounds = bounds;
    this.looks = new Looks(writer, bounds.tasks());
    this.nextLook = begun;
  }

  /**
   * Records.
   *
   * @param progress told after each round
   * @throws TargetException where the target is gone for good; what was recorded is in the file
   */
  public Summary run(Consumer<Summary> progress) {
    try {
      while (reason.isEmpty()) {
        progress.accept(summary());
        pause(round());
      }
    } catch (StoppedException e) {
      reason = "stopped";
    } catch (TargetException e) {
      reason = "the target is gone";
      throw e;
    } finally {
      // Ctrl-C may have left its mark, and the end is to be written all the same.
      boolean interrupted = Thread.interrupted();
      writer.add(LineType.END, looks.now(), Map.of("reason", reason.isEmpty() ? "failed" : reason));
      writer.flush();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return summary();
  }

  /** How far it is. */
  public Summary summary() {
    long nanos = System.nanoTime() - begun;
    return new Summary(intervals, missed, looks.count(), lives, writer.size(), nanos, reason);
  }

  /** One round of questions; gives how long to wait for the next. */
  private long round() {
    try {
      Target target = source.target();
      if (System.nanoTime() - nextLook >= 0 || epoch.isEmpty()) {
        look(target);
      }
      long pause = RETRY_MILLIS;
      boolean cut = false;
      for (Subject subject : Subject.values()) {
        List<String> all = names.of(subject);
        if (!all.isEmpty()) {
          Page page = target.intervals(subject, all, after(subject, all), PORTION);
          if (!page.epoch().equals(epoch)) {
            nextLook = System.nanoTime(); // another life, of which nothing is known yet
            return 0;
          }
          page.intervals().values().forEach(list -> list.forEach(this::add));
          cut |= all.stream().anyMatch(page::isCut);
          pause = Math.max(SHORTEST_PAUSE_MILLIS, page.intervalMillis() / 4);
        }
      }
      writer.flush();
      checkBounds();
      return cut ? 0 : pause;
    } catch (TargetException e) {
      return lost(e);
    }
  }

  private void look(Target target) {
    nextLook = System.nanoTime() + bounds.every().toNanos();
    String started = looks.look(target);
    names = looks.names();
    if (!started.equals(epoch)) {
      epoch = started;
      lives++;
      lastByKey.clear();
      if (!bounds.history() || lives > 1) {
        begin(target);
      }
    }
  }

  /** What the target keeps from before is left out. */
  private void begin(Target target) {
    if (lives > 1) {
      return; // all of a new life is new
    }
    for (Subject subject : Subject.values()) {
      if (!names.of(subject).isEmpty()) {
        long newest = target.intervals(subject, names.of(subject), 0, 0).lastSequence();
        names.of(subject).forEach(name -> lastByKey.put(key(subject, name), newest));
      }
    }
  }

  private long after(Subject subject, List<String> all) {
    return all.stream()
        .mapToLong(name -> lastByKey.getOrDefault(key(subject, name), 0L))
        .min()
        .orElse(0);
  }

  private void add(Interval<?> interval) {
    String key = key(Subject.of(interval), interval.name());
    long last = lastByKey.getOrDefault(key, 0L);
    if (interval.sequence() <= last) {
      return;
    }
    missed += last == 0 ? 0 : interval.sequence() - last - 1;
    lastByKey.put(key, interval.sequence());
    intervals++;
    long end = interval.start().toEpochMilli() + interval.elapsedNanos() / 1_000_000;
    writer.add(LineType.INTERVAL, end, IntervalLine.toMap(interval));
  }

  private static String key(Subject subject, String name) {
    return subject.word() + ":" + name;
  }

  private long lost(TargetException failure) {
    if (failure.isMissing()) {
      nextLook = System.nanoTime(); // one was removed: ask what is there
      return SHORTEST_PAUSE_MILLIS;
    }
    boolean mayComeBack =
        failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.NO_PICKGLASS && lives > 0;
    if (!mayComeBack || lives == 0 || !source.mayComeBack()) {
      throw failure;
    }
    source.lose();
    looks.lost(String.valueOf(failure.getMessage()));
    checkBounds();
    return RETRY_MILLIS;
  }

  private void checkBounds() {
    if (System.nanoTime() - begun >= bounds.time().toNanos()) {
      reason = "its time is over";
    } else if (writer.size() >= bounds.bytes()) {
      reason = "it is as large as it may be";
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new StoppedException();
    }
  }
}
