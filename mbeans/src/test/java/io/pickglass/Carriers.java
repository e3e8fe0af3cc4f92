package io.pickglass;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Holds all carriers of the JVM's scheduler until it is closed: each by a virtual thread that parks
 * while it is pinned, so that nothing runs and no processor is used.
 */
public final class Carriers implements AutoCloseable {
  private static final MethodHandle PIN = continuation("pin");
  private static final MethodHandle UNPIN = continuation("unpin");

  private final List<Thread> holders = new ArrayList<>();
  private volatile boolean released;

  private Carriers() {}

  /** Returns when no carrier is left. */
  public static Carriers holdAll() {
    return holdAllBut(0);
  }

  /** Returns when no more than so many carriers are left. */
  public static Carriers holdAllBut(int left) {
    Carriers carriers = new Carriers();
    int count =
        Integer.getInteger(
                "jdk.virtualThreadScheduler.parallelism",
                Runtime.getRuntime().availableProcessors())
            - left;
    CountDownLatch held = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      carriers.holders.add(Thread.ofVirtual().start(() -> carriers.hold(held)));
    }
    Await.until("all carriers are held", () -> held.getCount() == 0);
    return carriers;
  }

  private void hold(CountDownLatch held) {
    call(PIN);
    try {
      held.countDown();
      while (!released) {
        LockSupport.park(this);
      }
    } finally {
      call(UNPIN);
    }
  }

  /** Parks the calling virtual thread on its carrier, again and again, until it is over. */
  public static void pinnedUntil(BooleanSupplier over) {
    call(PIN);
    try {
      while (!over.getAsBoolean()) {
        LockSupport.parkNanos(20_000_000);
      }
    } finally {
      call(UNPIN);
    }
  }

  @Override
  public void close() {
    released = true;
    holders.forEach(LockSupport::unpark);
    holders.forEach(Await::end);
  }

  /** Parks the calling virtual thread on its carrier, once. */
  public static void pinnedFor(long nanos) {
    call(PIN);
    try {
      LockSupport.parkNanos(nanos);
    } finally {
      call(UNPIN);
    }
  }

  private static void call(MethodHandle handle) {
    try {
      handle.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static MethodHandle continuation(String method) {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Class.forName("jdk.internal.vm.Continuation"),
              method,
              MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("run with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED", e);
    }
  }
}
