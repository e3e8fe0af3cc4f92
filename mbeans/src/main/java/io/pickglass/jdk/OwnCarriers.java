package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler of virtual threads like the JVM's, with one carrier, for a thread of ours that must
 * run while all of the JVM's carriers are taken. It can be had where {@code java.lang} and {@code
 * jdk.internal.misc} are open to us.
 *
 * <p>Threads: whoever has it. The carrier ends by itself, or with {@link #close}.
 */
public final class OwnCarriers implements AutoCloseable {
  // Read JDK 25's java/lang/VirtualThread.java, createDefaultScheduler, beside this.
  private static final int IDLE_SECONDS = 1;

  private final MethodHandle newVirtualThread;
  private final MethodHandle newCarrier;

  // Made when it is needed: a pool takes a number in the names of later ones.
  private @Nullable ForkJoinPool scheduler;

  private OwnCarriers(MethodHandle newVirtualThread, MethodHandle newCarrier) {
    this.newVirtualThread = newVirtualThread;
    this.newCarrier = newCarrier;
  }

  /** Such a scheduler, not yet made; null where it cannot be had. */
  public static @Nullable OwnCarriers openOrNull() {
    try {
      Class<?> carrierThread = Class.forName("jdk.internal.misc.CarrierThread");
      MethodHandle carrier =
          MethodHandles.privateLookupIn(carrierThread, MethodHandles.lookup())
              .findConstructor(
                  carrierThread, MethodType.methodType(void.class, ForkJoinPool.class));
      Class<?> builders = Class.forName("java.lang.ThreadBuilders");
      Lookup lookup = MethodHandles.privateLookupIn(builders, MethodHandles.lookup());
      MethodType type =
          MethodType.methodType(
              Thread.class, Executor.class, String.class, int.class, Runnable.class);
      return new OwnCarriers(lookup.findStatic(builders, "newVirtualThread", type), carrier);
    } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
      return null;
    }
  }

  /** Where its threads submit themselves. */
  public ForkJoinPool scheduler() {
    if (scheduler == null) {
      scheduler =
          new ForkJoinPool(
              1, this::newCarrier, null, true, 0, 1, 0, _ -> true, IDLE_SECONDS, TimeUnit.SECONDS);
    }
    return scheduler;
  }

  private ForkJoinWorkerThread newCarrier(ForkJoinPool pool) {
    try {
      return (ForkJoinWorkerThread) newCarrier.invoke(pool);
    } catch (Throwable e) {
      throw new IllegalStateException("there is no carrier", e);
    }
  }

  /** A virtual thread that runs here, not yet started. */
  public Thread newThread(Runnable code) {
    try {
      return (Thread) newVirtualThread.invoke((Executor) scheduler(), "pickglass-probe", 0, code);
    } catch (Throwable e) {
      throw new IllegalStateException("there is no thread", e);
    }
  }

  @Override
  public void close() {
    if (scheduler != null) {
      scheduler.shutdown();
    }
  }
}
