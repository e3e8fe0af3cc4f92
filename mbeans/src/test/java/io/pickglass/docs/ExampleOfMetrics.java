package io.pickglass.docs;

import io.pickglass.ManualClock;
import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.sampling.Sampler;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does, with a clock of its own, what the example of the page of metrics tells. */
final class ExampleOfMetrics {
  /** One row of the example: what happens to a task, or to nobody's in particular, and when. */
  record Event(String atMillis, String task, String what) {}

  private final ManualClock clock = new ManualClock();
  private final Registry registry = new Registry(clock, new Epoch(), () -> true, 10);
  private final Sampler sampler =
      new Sampler(registry, InstantSource.fixed(Instant.EPOCH), Sampler.DEFAULT_HISTORY_LENGTH);
  private final TaskTotals totals = registry.monitor("example");
  private final Map<String, Told> tasks = new HashMap<>();
  private long elapsed;

  private ExampleOfMetrics() {}

  static ExampleOfMetrics of(List<Event> events) {
    ExampleOfMetrics example = new ExampleOfMetrics();
    events.forEach(example::happens);
    return example;
  }

  TaskMetrics sinceTheStart() {
    return totals.cumulative();
  }

  List<TaskMetrics> intervals() {
    return sampler.history(totals).after(-1, Integer.MAX_VALUE).stream()
        .map(TaskInterval::metrics)
        .toList();
  }

  private void happens(Event event) {
    long at = new BigDecimal(event.atMillis()).movePointRight(6).longValueExact();
    clock.advanceNanos(at - elapsed);
    elapsed = at;
    switch (event.what()) {
      case "is put under the monitor" -> tasks.put(event.task(), new Told(View.whole(totals)));
      case "the sampler ticks" -> sampler.tick();
      default -> tasks.get(event.task()).does(event.what());
    }
  }

  private static final class Told extends TaskState {
    private boolean yields;
    private long poll;

    Told(View view) {
      super(view, Place.UNKNOWN);
      instrumented(null);
      listed(null);
    }

    void does(String what) {
      switch (what) {
        case "is polled" -> {
          poll = pollStarted(null, yields);
          yields = false;
        }
        case "waits" -> pollEnded(null, poll);
        case "yields" -> {
          yields = true;
          pollEnded(null, poll);
        }
        case "is woken" -> wake(null);
        case "returns" -> end(null, Outcome.RETURNED);
        case "throws" -> end(null, Outcome.FAILED);
        case "is cancelled" -> end(null, Outcome.CANCELLED);
        default -> throw new IllegalArgumentException("a task cannot do that: " + what);
      }
    }

    @Override
    public TaskKind kind() {
      return TaskKind.HANDLE;
    }

    @Override
    protected long number() {
      return 1;
    }

    @Override
    protected String givenName() {
      return "";
    }

    @Override
    protected boolean isReady(boolean woken) {
      return woken || yields;
    }

    @Override
    protected boolean isSurplus(boolean open, boolean sawNoPoll) {
      return false;
    }
  }
}
