import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/** Forks watched threads in scopes: all succeed; one fails, and the other is interrupted. */
final class ScopeProgram {
  private ScopeProgram() {}

  public static void main(String[] args) throws Exception {
    System.out.println("mode=" + Pickglass.start().mode());
    TaskMonitor good = Pickglass.monitor("good");
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<Integer>awaitAllSuccessfulOrThrow(),
            config -> config.withThreadFactory(good.threadFactory()))) {
      var one = scope.fork(() -> slept(20, 1));
      var two = scope.fork(() -> slept(20, 2));
      scope.join();
      System.out.println("result=" + (one.get() + two.get()));
    }
    print("good", good);

    TaskMonitor bad = Pickglass.monitor("bad");
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<Integer>awaitAllSuccessfulOrThrow(),
            config -> config.withThreadFactory(bad.threadFactory()))) {
      scope.fork(() -> slept(60_000, 1));
      scope.fork(
          () -> {
            throw new IllegalStateException("on purpose");
          });
      scope.join();
    } catch (StructuredTaskScope.FailedException e) {
      System.out.println("failure=" + e.getCause().getMessage());
    }
    print("bad", bad);
  }

  private static int slept(long millis, int result) throws InterruptedException {
    Thread.sleep(Duration.ofMillis(millis));
    return result;
  }

  private static void print(String name, TaskMonitor monitor) throws InterruptedException {
    // A scope is closed when its threads have ended; the last of them books its end before that.
    for (TaskMetric metric :
        new TaskMetric[] {
          TaskMetric.INSTRUMENTED_COUNT,
          TaskMetric.ENDED_COUNT,
          TaskMetric.LIVE_COUNT,
          TaskMetric.POLL_COUNT,
          TaskMetric.IDLE_COUNT,
          TaskMetric.IDLE_NANOS
        }) {
      System.out.println(name + "." + metric.metricName() + "=" + monitor.cumulative().get(metric));
    }
  }
}
