package io.pickglass.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * On what those are parked who wait for the end of a virtual thread. Known where {@code java.lang}
 * and {@code java.util.concurrent} are open to us.
 *
 * <p>Threads: any; nothing blocks.
 */
public final class Terminations {
  private static final @Nullable Handles HANDLES = Handles.openOrNull();

  private Terminations() {}

  /** The blocker of its joiners; null if nobody has joined it yet, or it is not known. */
  public static @Nullable Object of(Thread virtual) {
    if (HANDLES == null || !HANDLES.type.isInstance(virtual)) {
      return null;
    }
    Object latch = HANDLES.termination.getVolatile(virtual);
    return latch == null ? null : HANDLES.sync.get(latch);
  }

  private record Handles(Class<?> type, VarHandle termination, VarHandle sync) {
    static @Nullable Handles openOrNull() {
      try {
        Class<?> type = Class.forName("java.lang.VirtualThread");
        Class<?> sync = Class.forName("java.util.concurrent.CountDownLatch$Sync");
        MethodHandles.Lookup own = MethodHandles.lookup();
        return new Handles(
            type,
            MethodHandles.privateLookupIn(type, own)
                .findVarHandle(type, "termination", CountDownLatch.class),
            MethodHandles.privateLookupIn(CountDownLatch.class, own)
                .findVarHandle(CountDownLatch.class, "sync", sync));
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        return null;
      }
    }
  }
}
