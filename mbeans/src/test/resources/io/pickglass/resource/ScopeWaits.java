import io.pickglass.Pickglass;
import io.pickglass.model.Resource;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ResourcesMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;

/** Two threads, each in a scope of its own, whose tasks do not end; and what is told of that. */
final class ScopeWaits {
  private ScopeWaits() {}

  public static void main(String[] args) throws Exception {
    Pickglass.start();
    ResourcesMXBean resources =
        JMX.newMXBeanProxy(
            ManagementFactory.getPlatformMBeanServer(),
            ObjectNames.RESOURCES,
            ResourcesMXBean.class);
    for (boolean virtual : new boolean[] {true, false}) {
      CountDownLatch over = new CountDownLatch(1);
      List<Thread> threads = List.of(joining(virtual, over), joining(virtual, over));
      List<Resource> rows = rows(resources);
      while (rows.size() < threads.size()) {
        Thread.onSpinWait();
        rows = rows(resources);
      }
      for (int i = 0; i < rows.size(); i++) {
        System.out.println((virtual ? "virtual." : "platform.") + i + "=" + text(rows.get(i)));
      }
      over.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private static Thread joining(boolean virtual, CountDownLatch over) {
    Runnable code =
        () -> {
          try (var scope = StructuredTaskScope.open(Joiner.awaitAll())) {
            scope.fork(() -> over.await(1, TimeUnit.DAYS));
            scope.join();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    return virtual ? Pickglass.monitor("scopes").start(code) : Thread.ofPlatform().start(code);
  }

  private static List<Resource> rows(ResourcesMXBean resources) {
    return resources.list("where kind = scope").rows();
  }

  private static String text(Resource row) {
    return String.join(
        " ",
        Long.toString(row.waiterCount()),
        row.kind(),
        row.type(),
        row.source(),
        row.location().replaceAll("\\d+", "N"));
  }
}
