package io.pickglass.benchmarks.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs plans by JMH, each in processes of its own. */
public final class Forks {
  private static final List<String> EVERYWHERE =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          // JMH's own, and it would be said in the middle of our lines.
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private final Effort effort;
  private final Path log;

  /**
   * Runs with that effort.
   *
   * @param log what JMH prints of the last plan
   */
  public Forks(Effort effort, Path log) {
    this.effort = effort;
    this.log = log;
  }

  /**
   * Runs a plan.
   *
   * @throws RunnerException if a process failed; the log says why
   */
  public Batches run(Plan plan) throws RunnerException {
    Collection<RunResult> results = new Runner(options(plan).build()).run();
    List<Map<String, Double>> batches = new ArrayList<>();
    for (RunResult result : results) {
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        fork.getIterationResults().forEach(batch -> batches.add(values(batch)));
      }
    }
    return Batches.of(plan.variants(), batches);
  }

  private ChainedOptionsBuilder options(Plan plan) {
    Effort own = plan.effort(effort);
    int variants = plan.variants().size();
    List<String> jvm = new ArrayList<>(EVERYWHERE);
    jvm.addAll(plan.jvm());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^\\Q" + plan.benchmark().getName() + ".\\E\\w+$")
            .forks(own.forks())
            .warmupIterations(own.warmups() * variants)
            .measurementIterations(own.repetitions() * variants)
            .warmupTime(TimeValue.milliseconds(own.millis()))
            .measurementTime(TimeValue.milliseconds(own.millis()))
            .timeUnit(TimeUnit.NANOSECONDS)
            .param("variants", String.join(",", plan.variants()))
            .param("millis", Integer.toString(own.millis()))
            .jvmArgs(jvm.toArray(String[]::new))
            .shouldFailOnError(true)
            .output(log.toString());
    plan.parameters().forEach(options::param);
    return options;
  }

  private static Map<String, Double> values(IterationResult batch) {
    Map<String, Double> values = new HashMap<>();
    values.put("time", batch.getPrimaryResult().getScore());
    batch.getSecondaryResults().forEach((name, result) -> values.put(name, result.getScore()));
    return values;
  }
}
