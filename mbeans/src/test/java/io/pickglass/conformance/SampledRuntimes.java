package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.IntervalReader;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runtimes that a test watches, and its own sampler of them; its pools are closed at the end. */
abstract class SampledRuntimes {
  final TaskMonitor monitor = Monitors.onSystemClock();
  final Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);
  final Sampler sampler =
      new Sampler(
          new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 1),
          runtimes,
          InstantSource.system(),
          10);
  final List<ExecutorService> pools = new ArrayList<>();

  // The sampler that other tests have started would put a probe of its own into the queues.
  @BeforeEach
  void oneProbeOnly() {
    Pickglass.starvationProbes(false);
    // The self-check needs a carrier, and would else stand in the queue of those that are held.
    Await.end(monitor.start(() -> {}));
  }

  @AfterEach
  void closePools() {
    Pickglass.starvationProbes(true);
    pools.forEach(ExecutorService::close);
  }

  RuntimeMonitor scheduler() {
    runtimes.watchVirtualThreads(() -> true);
    return Objects.requireNonNull(runtimes.named(Runtimes.VIRTUAL_THREADS));
  }

  <P extends ExecutorService> RuntimeMonitor watched(P pool) {
    pools.add(pool);
    assertThat(runtimes.watch(pool, "pool")).isTrue();
    return Objects.requireNonNull(runtimes.named("pool"));
  }

  RuntimeMetrics tick(IntervalReader<RuntimeInterval> reader) {
    sampler.tick();
    List<RuntimeInterval> intervals = reader.next();
    assertThat(intervals).hasSize(1);
    return intervals.getFirst().metrics();
  }
}
