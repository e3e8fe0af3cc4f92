package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an executor is given by a monitor that is off: what it would be given without us. */
@Timeout(60)
class SwitchedExecutorsTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, FAILED_COUNT, LIVE_COUNT
  };

  private final TaskMonitor monitor = Monitors.onSystemClock();

  private static Map<TaskMetric, Long> books(
      long instrumented, long polls, long failed, long live) {
    return Map.of(
        INSTRUMENTED_COUNT, instrumented,
        POLL_COUNT, polls,
        ENDED_COUNT, instrumented - live,
        FAILED_COUNT, failed,
        LIVE_COUNT, live);
  }

  private Map<TaskMetric, Long> books() {
    return only(monitor.cumulative(), BOOKS);
  }

  /** A call of an executor's method, and what it gave. */
  private record Call(Method method, List<Object> arguments, Object result) {}

  /** Those by which tasks begin. */
  static List<Method> methods() {
    return Arrays.stream(ScheduledExecutorService.class.getMethods())
        .filter(method -> method.getName().matches("execute|submit|invoke.*|schedule.*"))
        .toList();
  }

  private static Object argument(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "Runnable" -> (Runnable) () -> {};
      case "Callable" -> (Callable<Object>) () -> "result";
      case "Collection" -> List.<Callable<Object>>of(() -> "one", () -> "two");
      case "TimeUnit" -> TimeUnit.HOURS;
      case "long" -> 3L;
      default -> new Object();
    };
  }

  private static Object answer(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "void" -> null;
      case "List" -> List.of(new Object());
      case "Future" -> new FutureTask<>(Object::new);
      case "ScheduledFuture" -> proxy(ScheduledFuture.class, (self, method, arguments) -> null);
      default -> new Object();
    };
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = SwitchedExecutorsTest.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyCallReachesItAsItWasMadeAndSoDoesItsAnswer(Method method) throws Exception {
    List<Call> calls = new ArrayList<>();
    ScheduledExecutorService delegate =
        proxy(
            ScheduledExecutorService.class,
            (self, called, arguments) -> {
              Object result = answer(called.getReturnType());
              calls.add(new Call(called, List.of(arguments), result));
              return result;
            });
    ScheduledExecutorService executor = monitor.enabled(false).executor(delegate);
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(SwitchedExecutorsTest::argument).toArray();
    Object result = method.invoke(executor, arguments);
    // Callables and futures are equal to nothing but themselves.
    assertThat(calls).containsExactly(new Call(method, List.of(arguments), result));
    assertThat(books()).isEqualTo(books(0, 0, 0, 0));
  }

  /** A pool that remembers what it is given. */
  private static final class Pool extends ForkJoinPool {
    private final List<Object> given = Collections.synchronizedList(new ArrayList<>());

    Pool() {
      super(1);
    }

    @Override
    public void execute(Runnable task) {
      given.add(task);
      super.execute(task);
    }

    @Override
    public <T> ForkJoinTask<T> submit(Callable<T> task) {
      given.add(task);
      return super.submit(task);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
        throws InterruptedException {
      given.add(tasks);
      return super.invokeAll(tasks);
    }
  }

  @Test
  void aForkJoinPoolGetsTheObjectsThemselvesAndGivesFuturesOfItsOwn() throws Exception {
    Runnable run = () -> {};
    Callable<Integer> call = () -> 17;
    List<Callable<Integer>> calls = List.of(call);
    Pool pool = new Pool();
    try (ExecutorService executor = monitor.enabled(false).executor((ExecutorService) pool)) {
      executor.execute(run);
      Future<Integer> future = executor.submit(call);
      executor.invokeAll(calls);
      assertThat(future.get()).isEqualTo(17);
      assertThat(future.getClass().getName()).startsWith("java.util.concurrent.ForkJoinTask");
      assertThat(pool.given)
          .usingElementComparator((a, b) -> a == b ? 0 : 1)
          .containsExactly(run, call, calls);
    }
    assertThat(books()).isEqualTo(books(0, 0, 0, 0));
  }

  @Test
  void whatIsInTheQueueWhenItIsSwitchedOffIsWatchedToItsEnd() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService executor = monitor.executor(Executors.newSingleThreadExecutor())) {
      executor.execute(() -> await(release));
      Future<Integer> queued = executor.submit(() -> 17);
      Future<Integer> failing =
          executor.submit(() -> {
            throw new IllegalStateException("on purpose");
          });
      monitor.enabled(false);
      Future<Integer> unwatched = executor.submit(() -> 18);
      assertThat(unwatched.getClass()).isEqualTo(FutureTask.class);
      release.countDown();
      assertThat(queued.get() + unwatched.get()).isEqualTo(35);
      assertThat(failing.state()).isEqualTo(Future.State.FAILED);
    }
    assertThat(books()).isEqualTo(books(3, 3, 1, 0));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPeriodicTaskIsWatchedAtEachRunOrAtNone() throws Exception {
    try (ScheduledExecutorService executor =
        monitor.executor(Executors.newSingleThreadScheduledExecutor())) {
      CountDownLatch first = new CountDownLatch(1);
      CountDownLatch third = new CountDownLatch(3);
      ScheduledFuture<?> watched =
          executor.scheduleAtFixedRate(
              () -> {
                first.countDown();
                third.countDown();
              },
              0,
              1,
              TimeUnit.MILLISECONDS);
      first.await();
      monitor.enabled(false);
      CountDownLatch unwatched = new CountDownLatch(2);
      ScheduledFuture<?> plain =
          executor.scheduleWithFixedDelay(unwatched::countDown, 0, 1, TimeUnit.MILLISECONDS);
      third.await();
      monitor.enabled(true);
      unwatched.await();
      plain.cancel(false);
      watched.cancel(false);
    }
    assertThat(only(monitor.cumulative(), INSTRUMENTED_COUNT, ENDED_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, ENDED_COUNT, 1L, LIVE_COUNT, 0L));
    assertThat(monitor.cumulative().get(POLL_COUNT)).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCompletionServicesTaskBeginsWhenItsFutureIsMade(boolean onAtFirst) throws Exception {
    AtomicReference<TaskMonitor> turned = new AtomicReference<>(monitor);
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      // Between its two steps the service takes from nobody but the executor, so it is turned
      // there.
      TaskMonitor flipping =
          Monitors.on(() -> {
            turned.get().enabled(false);
            return System.nanoTime();
          });
      turned.set(flipping.enabled(onAtFirst));
      ExecutorCompletionService<Integer> service =
          new ExecutorCompletionService<>(flipping.executor(pool));
      service.submit(() -> {
        throw new IllegalStateException("on purpose");
      });
      assertThat(service.take().state()).isEqualTo(Future.State.FAILED);
      assertThat(flipping.isEnabled()).isFalse();
      long begun = onAtFirst ? 1 : 0;
      assertThat(only(flipping.cumulative(), BOOKS)).isEqualTo(books(begun, begun, begun, 0));
    }
  }

  private record Ordered(int rank, List<Integer> ran) implements Runnable, Comparable<Ordered> {
    @Override
    public void run() {
      ran.add(rank);
    }

    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(rank, other.rank);
    }
  }

  /** An executor whose only thread is busy, and whose queue orders what comes in turns. */
  private ExecutorService filled(CountDownLatch release, List<Ordered> tasks) throws Exception {
    ExecutorService executor =
        monitor.executor(
            new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new PriorityBlockingQueue<Runnable>()));
    CountDownLatch begun = new CountDownLatch(1);
    executor.execute(() -> {
      begun.countDown();
      await(release);
    });
    begun.await();
    for (Ordered task : tasks) {
      monitor.enabled(task.rank % 2 == 0);
      executor.execute(task);
    }
    return executor;
  }

  private static List<Ordered> tasks(List<Integer> ran) {
    return IntStream.of(5, 2, 6, 1, 4, 3).mapToObj(rank -> new Ordered(rank, ran)).toList();
  }

  @Test
  void aQueueThatOrdersHasWatchedAndUnwatchedTasksInTheirOrder() throws Exception {
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService _ = filled(release, tasks(ran))) {
      release.countDown();
    }
    assertThat(ran).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(books()).isEqualTo(books(4, 4, 0, 0));
  }

  @Test
  void whereTheQueueComparesNothingAComparableIsGivenAsItIs() throws Exception {
    List<Runnable> given = Collections.synchronizedList(new ArrayList<>());
    Runnable task = new Ordered(1, new ArrayList<>());
    try (ExecutorService executor =
        monitor
            .enabled(false)
            .executor(
                new ThreadPoolExecutor(
                    1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<Runnable>()) {
                  @Override
                  protected void beforeExecute(Thread thread, Runnable run) {
                    given.add(run);
                  }
                })) {
      executor.execute(task);
    }
    assertThat(given).hasSize(1).allMatch(run -> run == task);
  }

  @Test
  void whatIsDroppedIsGivenBackAsItCame() throws Exception {
    List<Ordered> tasks = tasks(new ArrayList<>());
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService executor = filled(release, tasks);
    assertThat(executor.shutdownNow()).containsExactlyInAnyOrderElementsOf(tasks);
    release.countDown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(books()).isEqualTo(books(4, 1, 0, 0));
  }
}
