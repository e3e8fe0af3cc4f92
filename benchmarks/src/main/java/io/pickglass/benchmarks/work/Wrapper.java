package io.pickglass.benchmarks.work;

import com.codahale.metrics.InstrumentedExecutorService;
import com.codahale.metrics.MetricRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.internal.TimedExecutorService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pickglass.Pickglass;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;

/** By whom an executor's tasks are watched. */
enum Wrapper {
  /** By nobody. */
  NOTHING {
    @Override
    Executor around(ExecutorService delegate) {
      return delegate;
    }
  },
  /** Counted, and nothing else. */
  ADDER {
    @Override
    Executor around(ExecutorService delegate) {
      LongAdder count = new LongAdder();
      return code ->
          delegate.execute(() -> {
            count.increment();
            code.run();
          });
    }
  },
  /** Each run in a Timer of Micrometer's. */
  TIMER {
    @Override
    Executor around(ExecutorService delegate) {
      Timer timer = new SimpleMeterRegistry().timer("runs");
      return code -> delegate.execute(timer.wrap(code));
    }
  },
  /** By Micrometer: the wait in the queue and the run. */
  MICROMETER {
    @Override
    Executor around(ExecutorService delegate) {
      return new TimedExecutorService(
          new SimpleMeterRegistry(), delegate, "pool", "", Tags.empty());
    }
  },
  /** By Dropwizard: the wait in the queue and the run, with percentiles. */
  DROPWIZARD {
    @Override
    Executor around(ExecutorService delegate) {
      return new InstrumentedExecutorService(delegate, new MetricRegistry(), "pool");
    }
  },
  /** By Pickglass: the wait in the queue and the run, with histograms, and how it ended. */
  WATCHED {
    @Override
    Executor around(ExecutorService delegate) {
      Pickglass.start();
      return Pickglass.monitor("pool").executor(delegate);
    }
  },
  /** By Pickglass, if the monitor were not switched off. */
  OFF {
    @Override
    Executor around(ExecutorService delegate) {
      return Pickglass.monitor("off").enabled(false).executor(delegate);
    }
  };

  abstract Executor around(ExecutorService delegate);
}
