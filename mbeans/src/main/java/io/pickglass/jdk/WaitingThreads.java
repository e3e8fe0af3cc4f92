package io.pickglass.jdk;

import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What threads that wait wait for. A virtual thread that is not mounted is kept from going on while
 * it is looked at, by the means of {@code Thread.getStackTrace}, some ten microseconds long; it is
 * never run or submitted by that, unless it was woken meanwhile.
 *
 * <p>Threads: any, one look at a time. A look holds a waiting thread for as long as the looking one
 * has no processor, should it lose it just then: {@link #longestHeldNanos} tells.
 */
public final class WaitingThreads {
  private static final @Nullable SuspendHandles SUSPEND;
  private static final @Nullable Snapshots SNAPSHOTS;

  private static final Object LOCK = new Object();
  private static final AtomicLong LOOKS = new AtomicLong();
  private static final AtomicLong LONGEST = new AtomicLong();

  static {
    SuspendHandles suspend = null;
    Snapshots snapshots = null;
    if (VirtualThreadAccess.problem() == null) {
      try {
        suspend = SuspendHandles.open();
        snapshots = Snapshots.open();
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        // What is missing is said by those that would need it.
      }
    }
    SUSPEND = suspend;
    SNAPSHOTS = snapshots;
  }

  private WaitingThreads() {}

  /** Whether virtual threads that wait can be looked at. */
  public static boolean tellStacks() {
    return SUSPEND != null;
  }

  /** Whether those that are looked at tell their monitors. */
  public static boolean tellMonitors() {
    return SNAPSHOTS != null;
  }

  /** How many threads have been looked at. */
  public static long lookCount() {
    return LOOKS.get();
  }

  /** For how long one of them could not have gone on, at most. */
  public static long longestHeldNanos() {
    return LONGEST.get();
  }

  /** How a virtual thread waits now, if it is not mounted. */
  public static WaitKind kindOf(Thread virtual) {
    return SUSPEND == null
        ? WaitKind.NONE
        : SUSPEND.kind((int) SUSPEND.state().getVolatile(virtual));
  }

  /** Looks at a thread; null if it does not wait, or goes on just now. */
  public static @Nullable WaitLook of(Thread thread) {
    synchronized (LOCK) {
      return thread.isVirtual() ? ofVirtual(thread) : ofPlatform(thread);
    }
  }

  private static @Nullable WaitLook ofVirtual(Thread thread) {
    if (SUSPEND == null) {
      return null;
    }
    int in = (int) SUSPEND.state().getVolatile(thread);
    WaitKind kind = SUSPEND.kind(in);
    // Not while somebody else looks, either.
    if (kind == WaitKind.NONE || (in & SUSPEND.suspended()) != 0) {
      return null;
    }
    Looking.begin();
    long start = System.nanoTime();
    try {
      return SUSPEND.suspend(thread, in) ? ofSuspended(SUSPEND, thread, in, kind, start) : null;
    } finally {
      Looking.end();
    }
  }

  private static WaitLook ofSuspended(
      SuspendHandles handles, Thread thread, int in, WaitKind kind, long start) {
    Object snapshot = null;
    StackTraceElement[] stack;
    long held;
    try {
      snapshot = SNAPSHOTS == null ? null : SNAPSHOTS.of(thread);
      stack =
          snapshot == null || SNAPSHOTS == null
              ? handles.stack(thread)
              : SNAPSHOTS.stackOf(snapshot);
    } finally {
      handles.resume(thread, in);
      held = System.nanoTime() - start;
      LOOKS.incrementAndGet();
      LONGEST.accumulateAndGet(held, Math::max);
    }
    return look(kind, snapshot, stack, held);
  }

  private static WaitLook look(
      WaitKind kind, @Nullable Object snapshot, StackTraceElement[] stack, long held) {
    return snapshot == null || SNAPSHOTS == null
        ? new WaitLook(kind, stack, null, List.of(), held)
        : new WaitLook(
            kind, stack, SNAPSHOTS.monitorOf(snapshot), SNAPSHOTS.ownedBy(snapshot), held);
  }

  /** The JVM stops it for the look, if it runs; it goes on as it was. */
  private static @Nullable WaitLook ofPlatform(Thread thread) {
    Thread.State before = thread.getState();
    if (SNAPSHOTS == null
        || thread.getClass().getName().equals("jdk.internal.misc.CarrierThread")) {
      return new WaitLook(kind(before), ThreadStacks.of(thread), null, List.of(), 0);
    }
    Object snapshot = SNAPSHOTS.of(thread);
    return snapshot == null || thread.getState() != before
        ? null
        : look(kind(before), snapshot, SNAPSHOTS.stackOf(snapshot), 0);
  }

  /** How a platform thread waits that is in that state. */
  public static WaitKind kind(Thread.State state) {
    return switch (state) {
      case BLOCKED -> WaitKind.BLOCKED;
      // It does not tell whether it is parked: whoever is has a blocker, or no monitor.
      case WAITING -> WaitKind.WAITING;
      case TIMED_WAITING -> WaitKind.TIMED_WAITING;
      default -> WaitKind.NONE;
    };
  }
}
