package io.pickglass.runtime;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.Worker;
import io.pickglass.time.NanoClock;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A runtime that is watched: its numbers since then, those of each interval, and its workers.
 *
 * <p>Threads: any; a reading waits for another of the same runtime.
 */
public final class RuntimeMonitor {
  private static final RuntimeMetric[] COUNTERS =
      Arrays.stream(RuntimeMetric.values())
          .filter(metric -> metric.kind() == Kind.COUNTER)
          .toArray(RuntimeMetric[]::new);

  private final String displayName;
  private final RuntimeSource source;
  private final NanoClock clock;
  private final BooleanSupplier probing;
  private volatile boolean over;
  private volatile long latestStarvation = StarvationProbe.NONE;

  // Given once, before anybody else knows the runtime.
  private String name = "";

  // Under this object's monitor.
  private final Seats seats = new Seats();
  private final StarvationProbe probe;
  private final Values firstCounts = new Values();
  private final Values greatestCounts = new Values();
  private final RuntimeReading first;
  private RuntimeReading latestCut;
  private long maxStarvation;

  RuntimeMonitor(
      String displayName, RuntimeSource source, NanoClock clock, BooleanSupplier probing) {
    this.displayName = displayName;
    this.source = source;
    this.clock = clock;
    this.probing = probing;
    this.probe = new StarvationProbe(clock);
    Sight sight = Sight.of(List.of(this));
    source.tick(sight.threads());
    this.latestCut = read(sight, clock.nanos());
    // Places begin at nothing, and counters where they were when they were first known.
    this.first =
        new RuntimeReading(latestCut.at(), source, firstCounts, List.of(), seats.turnsBefore());
  }

  /** Says how it is called outside. */
  void named(String name) {
    this.name = name;
  }

  /** The name, with characters replaced that would need quoting somewhere. */
  public String name() {
    return name;
  }

  /** The name as it was given. */
  public String displayName() {
    return displayName;
  }

  /** What kind of runtime it is. */
  public RuntimeKind kind() {
    return source.kind();
  }

  /** Whether it is watched no more. */
  public boolean isOver() {
    return over;
  }

  /** Since when it is watched, by the monotonic clock. */
  public long watchedSince() {
    return first.at();
  }

  /** Everything since it is watched. Changes nothing. */
  public RuntimeMetrics metrics() {
    return cumulative().metrics();
  }

  /** Everything since it is watched, and for how long it is. */
  public synchronized Cut cumulative() {
    RuntimeReading reading = readNow();
    long worst = isProbed() ? maxStarvation : StarvationProbe.NONE;
    return new Cut(reading.at() - first.at(), reading.since(first, worst));
  }

  /** How late the probe of the interval that was last completed was; -1 where nobody is asked. */
  public long starvationNanos() {
    return latestStarvation;
  }

  /** Its workers now; none where they cannot be known. */
  public synchronized List<Worker> workers() {
    return workers(Sight.of(List.of(this)));
  }

  /** Its workers, as they were seen together with others. */
  public synchronized List<Worker> workers(Sight sight) {
    RuntimeReading reading = read(sight, clock.nanos());
    boolean scheduler = source.kind() == RuntimeKind.VIRTUAL_THREADS;
    return seats.workers(reading.at(), source.knowsPolls(), scheduler);
  }

  /** Ends an interval and begins the next. Called by the sampler alone. */
  public synchronized RuntimeMetrics cut(Sight sight, long now) {
    source.tick(sight.threads());
    RuntimeReading reading = read(sight, now);
    // After the reading, in which the probe would stand in the queue.
    long starvation = probe(now);
    maxStarvation = Math.max(maxStarvation, starvation);
    latestStarvation = starvation;
    RuntimeReading before = latestCut;
    latestCut = reading;
    return reading.since(before, starvation);
  }

  private long probe(long now) {
    if (isProbed()) {
      return probe.next(source, now);
    }
    probe.takeBack(source);
    return StarvationProbe.NONE;
  }

  private boolean isProbed() {
    return probing.getAsBoolean() && source.takesProbes();
  }

  RuntimeSource source() {
    return source;
  }

  /** It is watched no more. */
  void end() {
    over = true;
  }

  /** What it was asked is asked no more. */
  synchronized void takeBackProbe() {
    probe.takeBack(source);
  }

  private RuntimeReading readNow() {
    return read(Sight.of(List.of(this)), clock.nanos());
  }

  private RuntimeReading read(Sight sight, long now) {
    List<Thread> workers = sight.workersOf(this);
    if (workers != null) {
      seats.lookAway();
      source.seat(seats, workers, sight.facts(), now);
      seats.lookedAt(now);
    }
    return new RuntimeReading(now, source, values(), seats.counts(now), seats.turns());
  }

  private Values values() {
    Values values = source.values();
    for (RuntimeMetric counter : COUNTERS) {
      if (values.has(counter)) {
        // A pool's own counts are estimates and may fall, as a counter must not.
        long known = greatestCounts.get(counter, Long.MIN_VALUE);
        long greatest = Math.max(known, values.get(counter, known));
        values.put(counter, greatest);
        greatestCounts.put(counter, greatest);
        firstCounts.put(counter, firstCounts.get(counter, greatest));
      }
    }
    return values;
  }

  /** The numbers of a stretch of time, and its length. */
  public record Cut(long elapsedNanos, RuntimeMetrics metrics) {}
}
