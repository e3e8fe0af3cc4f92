package io.pickglass.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.sampling.IntervalReader;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the application may make of its pools; all others have their intervals all the same. */
@Timeout(60)
class HostilePoolsTest {
  private final Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);
  private final Sampler sampler =
      new Sampler(
          new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 1),
          runtimes,
          InstantSource.system(),
          5);
  private final List<ExecutorService> pools = new ArrayList<>();
  private IntervalReader<RuntimeInterval> ofCalm;

  // Read by workers, too.
  private static volatile boolean throwing;

  @BeforeEach
  void watchACalmOne() {
    throwing = false;
    watch(new ForkJoinPool(1), "calm");
    ofCalm = sampler.intervals(named("calm"));
  }

  @AfterEach
  void closePools() {
    throwing = false;
    pools.forEach(ExecutorService::shutdownNow);
  }

  private void watch(ExecutorService pool, String name) {
    pools.add(pool);
    assertThat(runtimes.watch(pool, name)).isTrue();
  }

  private RuntimeMonitor named(String name) {
    return Objects.requireNonNull(runtimes.named(name));
  }

  private static class Plain extends ThreadPoolExecutor {
    Plain() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }
  }

  private static <T> T orThrow(T value) {
    if (throwing) {
      throw new IllegalStateException("on purpose");
    }
    return value;
  }

  private static final class Secretive extends ForkJoinWorkerThread {
    Secretive(ForkJoinPool pool) {
      super(pool);
    }

    @Override
    public ForkJoinPool getPool() {
      return orThrow(super.getPool());
    }
  }

  @Test
  void aPoolWhoseGettersThrowIsTold() {
    watch(
        new Plain() {
          @Override
          public int getCorePoolSize() {
            return orThrow(super.getCorePoolSize());
          }
        },
        "hostile");
    throwing = true;
    assertThatThrownBy(sampler::tick).hasMessage("on purpose");
    assertThat(ofCalm.next()).hasSize(1);
  }

  @Test
  void aPoolThatDoesNotSayWhetherItIsShutDownIsToldAndStays() {
    watch(
        new Plain() {
          @Override
          public boolean isShutdown() {
            return orThrow(super.isShutdown());
          }
        },
        "a hostile one");
    ExecutorService over = new ForkJoinPool(1);
    watch(over, "over");
    over.shutdown();
    throwing = true;
    assertThatThrownBy(sampler::tick).hasMessage("on purpose");
    assertThat(ofCalm.next()).hasSize(1);
    assertThat(runtimes.all())
        .extracting(RuntimeMonitor::name)
        .containsExactly("a_hostile_one", "calm");
  }

  @Test
  void aWorkerThatDoesNotTellItsPoolIsNobodys() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1, Secretive::new, null, false);
    watch(pool, "secretive");
    pool.submit(() -> {}).get();
    assertThat(named("secretive").workers()).hasSize(1);
    throwing = true;
    sampler.tick();
    assertThat(ofCalm.next()).hasSize(1);
    assertThat(named("secretive").workers()).isEmpty();
  }

  @Test
  void aPoolThatIsToHaveMoreThreadsThanThereCanBeIsReadAtOnce() {
    watch(
        new ThreadPoolExecutor(
            Integer.MAX_VALUE, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()),
        "huge");
    long begun = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      assertThat(named("huge").metrics().get(RuntimeMetric.WORKER_COUNT))
          .isEqualTo(Integer.MAX_VALUE);
    }
    // To count them would take seconds each time.
    assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    assertThat(named("huge").metrics().fraction(RuntimeMetric.BUSY_RATIO)).isZero();
  }
}
