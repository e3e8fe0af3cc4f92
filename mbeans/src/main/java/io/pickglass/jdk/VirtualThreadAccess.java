package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and replaces the fields of {@code java.lang.VirtualThread} that decide its scheduling.
 *
 * <p>Threads: all methods may be called by any thread and neither block nor allocate. Errors: when
 * {@link #problem} is not null, nothing else here may be called.
 */
public final class VirtualThreadAccess {
  // Read JDK 25's java/lang/VirtualThread.java beside this. The handles are static final so that
  // the compiler sees through them: reading a state costs one load, the carrier one register.
  private static final @Nullable VirtualThreadHandles HANDLES;
  private static final @Nullable String PROBLEM;

  // All or nothing: a JDK that lacks one of them has other states, too.
  private static final List<String> STATES =
      List.of(
          "STARTED", "YIELDED", "UNPARKED", "UNBLOCKED", "TIMED_PARKED", "TIMED_WAIT", "SUSPENDED");

  static {
    VirtualThreadHandles handles = null;
    String problem = null;
    Module module = VirtualThreadAccess.class.getModule();
    try {
      handles = VirtualThreadHandles.open();
      STATES.forEach(handles::constant);
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      problem =
          "java.base does not open java.lang to Pickglass: start the JVM with"
              + " --add-opens java.base/java.lang="
              + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      problem =
          "this JDK's virtual threads are not those of JDK 25 ("
              + e
              + "): run on a JDK that this version of Pickglass knows";
    }
    HANDLES = handles;
    PROBLEM = problem;
  }

  private static final MethodHandle CURRENT_CARRIER = orNull(VirtualThreadHandles::currentCarrier);
  private static final MethodHandle SET_SCHEDULER = orNull(VirtualThreadHandles::setScheduler);
  private static final MethodHandle SET_RUN_CONTINUATION =
      orNull(VirtualThreadHandles::setRunContinuation);
  private static final MethodHandle GET_SCHEDULER = orNull(VirtualThreadHandles::getScheduler);
  private static final MethodHandle GET_RUN_CONTINUATION =
      orNull(VirtualThreadHandles::getRunContinuation);
  private static final VarHandle STATE = orNull(VirtualThreadHandles::state);

  private static final int STARTED = constant("STARTED");
  private static final int YIELDED = constant("YIELDED");
  private static final int UNPARKED = constant("UNPARKED");
  private static final int UNBLOCKED = constant("UNBLOCKED");
  private static final int TIMED_PARKED = constant("TIMED_PARKED");
  private static final int TIMED_WAIT = constant("TIMED_WAIT");
  private static final int SUSPENDED = constant("SUSPENDED");

  private VirtualThreadAccess() {}

  /** Why there is no access, in a sentence that says what to do; null when there is. */
  public static @Nullable String problem() {
    return PROBLEM;
  }

  /** The platform thread that carries the caller: itself, or the carrier of a virtual thread. */
  public static Thread currentCarrier() {
    try {
      return (Thread) CURRENT_CARRIER.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The scheduler that the JVM gives to virtual threads. */
  public static ForkJoinPool defaultScheduler() {
    return handles().defaultScheduler();
  }

  /** The executor to which the virtual thread submits itself when it becomes runnable. */
  public static Executor scheduler(Thread virtual) {
    try {
      return (Executor) GET_SCHEDULER.invokeExact(virtual);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** What a carrier runs to mount, continue and unmount the virtual thread. */
  public static Runnable runContinuation(Thread virtual) {
    try {
      return (Runnable) GET_RUN_CONTINUATION.invokeExact(virtual);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Replaces scheduler and continuation of a virtual thread that has not been started. */
  public static void replace(Thread virtual, Executor scheduler, Runnable runContinuation) {
    try {
      SET_SCHEDULER.invokeExact(virtual, scheduler);
      SET_RUN_CONTINUATION.invokeExact(virtual, runContinuation);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The scheduling state now; the {@code is…} methods tell what it means. */
  public static int state(Thread virtual) {
    return (int) STATE.getVolatile(virtual);
  }

  /** Whether a run of the continuation would mount the thread: started, woken, or yielded. */
  public static boolean isRunnable(int state) {
    return state == UNPARKED || state == YIELDED || state == UNBLOCKED || state == STARTED;
  }

  /** Whether the thread is runnable, or would be if nobody took its stack trace just now. */
  public static boolean isReady(int state) {
    return isRunnable(state & ~SUSPENDED);
  }

  /** Whether the thread was started and has never run. */
  public static boolean isStarted(int state) {
    return state == STARTED;
  }

  /** Whether the thread has yielded and is ready again. */
  public static boolean isYielded(int state) {
    return state == YIELDED;
  }

  /** Whether the thread waits for a time to pass, or for a wake before that. */
  public static boolean isTimedWait(int state) {
    int unsuspended = state & ~SUSPENDED;
    return unsuspended == TIMED_PARKED || unsuspended == TIMED_WAIT;
  }

  private static VirtualThreadHandles handles() {
    if (HANDLES == null) {
      throw new IllegalStateException(PROBLEM);
    }
    return HANDLES;
  }

  @SuppressWarnings("NullAway") // without access the constants stay null, and nobody may ask
  private static <T> T orNull(Function<VirtualThreadHandles, T> part) {
    return HANDLES == null ? null : part.apply(HANDLES);
  }

  private static int constant(String name) {
    return HANDLES == null ? -1 : HANDLES.constant(name);
  }

  private static IllegalStateException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("java.lang.VirtualThread does not answer", e);
  }
}
