package io.pickglass.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When the timed waits of virtual threads end. Known where {@code java.lang} is open to us.
 *
 * <p>Threads: any; nothing blocks.
 */
public final class Timeouts {
  /** Stands for a time that is not known, or a wait that has no limit. */
  public static final long NONE = -1;

  private static final @Nullable VarHandle TASK = openOrNull();

  private Timeouts() {}

  /** In how many nanoseconds its wait ends by itself, 0 if it is due. */
  public static long remainingNanos(Thread thread) {
    if (TASK == null || !thread.isVirtual()) {
      return NONE;
    }
    // Of the JDK's own timer, which does not ask anything of the application's.
    Object timer = TASK.getVolatile(thread);
    return timer instanceof Delayed delayed
        ? Math.max(0, delayed.getDelay(TimeUnit.NANOSECONDS))
        : NONE;
  }

  private static @Nullable VarHandle openOrNull() {
    try {
      Class<?> type = Class.forName("java.lang.VirtualThread");
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findVarHandle(type, "timeoutTask", Future.class)
          .withInvokeBehavior();
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return null;
    }
  }
}
