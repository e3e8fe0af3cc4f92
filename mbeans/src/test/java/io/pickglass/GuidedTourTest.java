package io.pickglass;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.instrument.PlainTask;
import io.pickglass.jmx.AgentControl;
import io.pickglass.jmx.JmxExport;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import io.pickglass.task.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;

/**
 * Follows one poll through all stages, with exact numbers. Read it first: each step is a package.
 */
class GuidedTourTest {
  @Test
  void onePollFromTheTaskToTheWire() throws Exception {
    // time: a clock that only we move.
    ManualClock clock = new ManualClock();

    // monitor: a named group of tasks. Nobody else is in this registry.
    Registry registry = new Registry(clock, new Epoch(), () -> true, 1_000);
    TaskTotals totals = registry.monitor("GET /users");
    assertThat(totals.name()).isEqualTo("GET__users");

    // sampling and jmx: they look, they never touch.
    Instant start = Instant.parse("2026-01-02T03:04:05Z");
    Sampler sampler = new Sampler(registry, InstantSource.fixed(start), 120);
    MBeanServer server = MBeanServerFactory.newMBeanServer();
    List<Throwable> errors = new ArrayList<>();
    new JmxExport(server, errors::add, registry, sampler)
        .open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "tour");

    // instrument and task: the task waits 2 ns for a poll of 30 ns, in which it takes a wake
    // before the next, waits 500 ns for it, and ends after 7 ns more.
    PlainTask task = PlainTask.of(View.whole(totals));
    clock.advanceNanos(2);
    long poll = task.beginPoll();
    clock.advanceNanos(30);
    task.endPoll(poll);
    clock.advanceNanos(500);
    task.wake();
    task.beginPoll();
    clock.advanceNanos(7);
    task.end(Outcome.RETURNED);

    // monitor: the events have been added up.
    assertThat(only(totals.cumulative(), POLL_COUNT, POLL_NANOS, IDLE_NANOS, LIFETIME_NANOS))
        .isEqualTo(Map.of(POLL_COUNT, 2L, POLL_NANOS, 37L, IDLE_NANOS, 500L, LIFETIME_NANOS, 539L));

    // sampling: a tick cuts time; model: the interval is a value.
    sampler.tick();
    TaskInterval interval = sampler.history(totals).lastOrZero();
    assertThat(interval)
        .isEqualTo(new TaskInterval("GET__users", 1, start, 539, interval.metrics()));
    assertThat(interval.metrics().ratio(BUSY_RATIO)).isEqualTo(37 / 539.0);
    assertThat(interval.metrics().ratio(IDLE_RATIO)).isEqualTo(500 / 539.0);
    assertThat(interval.metrics().ratio(SCHEDULED_RATIO)).isEqualTo(2 / 539.0);

    // jmx: the same numbers, by name.
    CompositeData composite =
        (CompositeData) server.getAttribute(ObjectNames.taskMonitor("GET__users"), "LastInterval");
    assertThat(TaskIntervals.fromComposite(composite)).isEqualTo(interval);
    assertThat(
            server.getAttribute(ObjectNames.taskMonitor("GET__users", Scope.INTERVAL), "PollNanos"))
        .isEqualTo(37L);
    assertThat(server.getAttribute(ObjectNames.taskMonitor("GET__users"), "DisplayName"))
        .isEqualTo("GET /users");
    assertThat(errors).isEmpty();
  }
}
