package io.pickglass.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is run to get numbers: rows whose plans are equal share one run.
 *
 * @param benchmark the class; all benchmarks in it are one
 * @param variants which take turns, in this order
 * @param parameters of the benchmark
 * @param jvm options of its processes
 * @param batchSeconds how long a batch takes that is no window of time; 0 for one that is
 * @param oneFork whether one process is enough: no compiler decides about the result
 * @param times how many times as long as others a window is
 * @param beginningSeconds how long a process takes to begin, besides its own start
 */
public record Plan(
    Class<?> benchmark,
    List<String> variants,
    Map<String, String> parameters,
    List<String> jvm,
    double batchSeconds,
    boolean oneFork,
    int times,
    double beginningSeconds) {
  // A JVM, and the compiling of everything that is measured.
  private static final double START_SECONDS = 2.5;

  // Between two windows tasks end and others begin.
  private static final double PAUSE_SECONDS = 0.05;

  /** A plan without parameters, of windows of time. */
  public static Plan of(Class<?> benchmark, String... variants) {
    return new Plan(benchmark, List.of(variants), Map.of(), List.of(), 0, false, 1, 0);
  }

  /** The same with a parameter. */
  public Plan with(String parameter, Object value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(parameter, value.toString());
    return new Plan(benchmark, variants, more, jvm, batchSeconds, oneFork, times, beginningSeconds);
  }

  /** The same with so many carriers. */
  public Plan carriers(int count) {
    return jvm(
        "-Djdk.virtualThreadScheduler.parallelism=" + count,
        // Nothing here compensates; should it, the figures would not be what they say.
        "-Djdk.virtualThreadScheduler.maxPoolSize=" + count);
  }

  /** The same with more options of its processes. */
  public Plan jvm(String... options) {
    List<String> more = new ArrayList<>(jvm);
    more.addAll(List.of(options));
    return new Plan(
        benchmark,
        variants,
        parameters,
        List.copyOf(more),
        batchSeconds,
        oneFork,
        times,
        beginningSeconds);
  }

  /** The same in one process. */
  public Plan inOneFork() {
    return new Plan(
        benchmark, variants, parameters, jvm, batchSeconds, true, times, beginningSeconds);
  }

  /** The same in one process, of which a batch takes so long whatever the effort. */
  public Plan batchSeconds(double seconds) {
    return batchesTake(seconds).inOneFork();
  }

  /** The same, of which a batch takes about so long whatever the effort. */
  public Plan batchesTake(double seconds) {
    return new Plan(
        benchmark, variants, parameters, jvm, seconds, oneFork, times, beginningSeconds);
  }

  /** The same with windows so many times as long. */
  public Plan longer(int factor) {
    return new Plan(
        benchmark, variants, parameters, jvm, batchSeconds, oneFork, factor, beginningSeconds);
  }

  /** The same, whose processes begin with what takes so long. */
  public Plan beginningWith(double seconds) {
    return new Plan(benchmark, variants, parameters, jvm, batchSeconds, oneFork, times, seconds);
  }

  /** The effort as it is spent on this plan. */
  Effort effort(Effort effort) {
    return (oneFork ? effort.inOneFork() : effort).longer(times);
  }

  /** About how long it takes. */
  public double seconds(Effort wanted) {
    Effort effort = effort(wanted);
    double batch = Math.max(batchSeconds, effort.millis() / 1_000.0 + PAUSE_SECONDS);
    int batches = (effort.warmups() + effort.repetitions()) * variants.size();
    return effort.forks() * (START_SECONDS + beginningSeconds + batches * batch);
  }
}
