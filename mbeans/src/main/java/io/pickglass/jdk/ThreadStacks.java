package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

/**
 * What a thread runs now. A virtual thread is looked at only while it is mounted, and in no case
 * held, run or submitted by that: {@code Thread.getStackTrace} of an unmounted one does all three.
 *
 * <p>Threads: any. To take a stack stops its thread for some microseconds, and waits until it can
 * be stopped: not in the middle of a page fault.
 */
public final class ThreadStacks {
  private static final StackTraceElement[] NONE = {};
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private static final @Nullable Handles HANDLES;
  private static final @Nullable String PROBLEM;

  static {
    Handles handles = null;
    String problem = VirtualThreadAccess.problem();
    try {
      handles = problem == null ? Handles.open() : null;
    } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
      problem = "this JDK tells no stack of a mounted thread as JDK 25 does (" + e + ")";
    }
    HANDLES = handles;
    PROBLEM = problem;
  }

  private ThreadStacks() {}

  /** Why no stack of a virtual thread can be had, in a sentence; null where it can. */
  public static @Nullable String problem() {
    return PROBLEM;
  }

  /**
   * The stack of a thread, the innermost frame first. Empty where there is none to be had: of a
   * virtual thread that is not mounted, or just being so; of a thread that has ended; of carriers.
   */
  public static StackTraceElement[] of(Thread thread) {
    // That of a carrier would be walked while what it carries comes and goes.
    if (thread.getClass().getName().equals(CARRIER)) {
      return NONE;
    }
    if (HANDLES == null) {
      return thread.isVirtual() ? NONE : thread.getStackTrace();
    }
    StackTraceElement[] frames = HANDLES.stack(thread);
    return frames == null ? NONE : frames;
  }

  /** The platform thread that carries that virtual one now; null if none does, or nobody knows. */
  public static @Nullable Thread carrierOf(Thread virtual) {
    return HANDLES == null ? null : (Thread) HANDLES.carrier.getVolatile(virtual);
  }

  // Thread.getStackTrace in its parts. The JVM's own looks, with the thread stopped, whether the
  // virtual thread is mounted on it, and says null if not; the JDK's class goes on to an unmounted
  // one then, which we do not.
  private record Handles(MethodHandle mounted, MethodHandle complete, VarHandle carrier) {
    static Handles open() throws ReflectiveOperationException {
      Lookup own = MethodHandles.lookup();
      Class<?> type = Class.forName("java.lang.VirtualThread");
      Lookup virtual = MethodHandles.privateLookupIn(type, own);
      Lookup elements = MethodHandles.privateLookupIn(StackTraceElement.class, own);
      Class<?> array = StackTraceElement[].class;
      return new Handles(
          MethodHandles.privateLookupIn(Thread.class, own)
              .findVirtual(Thread.class, "getStackTrace0", MethodType.methodType(Object.class)),
          elements.findStatic(StackTraceElement.class, "of", MethodType.methodType(array, array)),
          virtual.findVarHandle(type, "carrierThread", Thread.class));
    }

    StackTraceElement @Nullable [] stack(Thread thread) {
      try {
        StackTraceElement[] raw = (StackTraceElement[]) (Object) mounted.invokeExact(thread);
        return raw == null ? null : (StackTraceElement[]) complete.invokeExact(raw);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("a thread does not tell its stack", e);
      }
    }
  }
}
