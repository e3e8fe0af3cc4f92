package io.pickglass.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's synchronizers keep to themselves: who owns them, and to what the objects belong on
 * which threads are parked. Known where {@code java.util.concurrent} and {@code
 * java.util.concurrent.locks} are open to us.
 *
 * <p>Threads: any; fields are read as they are, no method of theirs is called, nobody is waited
 * for.
 */
public final class Synchronizers {
  // So many futures' waiters are followed at most; what lies behind is taken for another future.
  private static final int MOST_LINKS = 10_000;

  private static final @Nullable Locks LOCKS = Locks.openOrNull();
  private static final @Nullable Others OTHERS = Others.openOrNull();

  private Synchronizers() {}

  /** Whether owners are known. */
  public static boolean tellOwners() {
    return LOCKS != null;
  }

  /** Whether it is known to what the objects belong on which threads are parked. */
  public static boolean tellParts() {
    return OTHERS != null;
  }

  /** The thread that owns a lock, or runs what a future waits for; null if none or not known. */
  public static @Nullable Thread ownerOf(Object resource) {
    if (LOCKS != null && resource instanceof AbstractOwnableSynchronizer) {
      return (Thread) LOCKS.owner.getOpaque(resource);
    }
    return OTHERS != null && resource instanceof FutureTask
        ? (Thread) OTHERS.runner.getOpaque(resource)
        : null;
  }

  /** The number that a synchronizer keeps, such as its permits; null if it is not known. */
  public static @Nullable Long stateOf(Object resource) {
    if (LOCKS != null && resource instanceof AbstractQueuedSynchronizer) {
      return (long) (int) LOCKS.state.getVolatile(resource);
    }
    return LOCKS != null && resource instanceof AbstractQueuedLongSynchronizer
        ? (Long) (long) LOCKS.longState.getVolatile(resource)
        : null;
  }

  /** The synchronizer of whose lock that is a condition; null if it is none, or not known. */
  public static @Nullable Object lockOf(Object condition) {
    if (LOCKS != null && condition instanceof AbstractQueuedSynchronizer.ConditionObject) {
      return LOCKS.outer.get(condition);
    }
    return LOCKS != null && condition instanceof AbstractQueuedLongSynchronizer.ConditionObject
        ? LOCKS.longOuter.get(condition)
        : null;
  }

  /** That for which a thread waits that is parked on that blocker: the same for all its waiters. */
  public static Object resourceOf(Object blocker) {
    if (OTHERS == null) {
      return blocker;
    }
    Class<?> type = blocker.getClass();
    if (type == OTHERS.signaller) {
      return OTHERS.lastOf(blocker);
    }
    return type == OTHERS.node ? OTHERS.phaser.get(blocker) : blocker;
  }

  private record Locks(
      VarHandle owner, VarHandle state, VarHandle outer, VarHandle longState, VarHandle longOuter) {
    private static final String OUTER = "this$0";
    private static final String STATE = "state";

    static @Nullable Locks openOrNull() {
      try {
        Class<?> ints = AbstractQueuedSynchronizer.class;
        Class<?> longs = AbstractQueuedLongSynchronizer.class;
        return new Locks(
            field(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread", Thread.class),
            field(ints, STATE, int.class),
            field(AbstractQueuedSynchronizer.ConditionObject.class, OUTER, ints),
            field(longs, STATE, long.class),
            field(AbstractQueuedLongSynchronizer.ConditionObject.class, OUTER, longs));
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        return null;
      }
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type)
        throws ReflectiveOperationException {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    }
  }

  private record Others(
      Class<?> signaller, VarHandle next, Class<?> node, VarHandle phaser, VarHandle runner) {
    static @Nullable Others openOrNull() {
      try {
        Class<?> signaller = Class.forName("java.util.concurrent.CompletableFuture$Signaller");
        Class<?> completion = Class.forName("java.util.concurrent.CompletableFuture$Completion");
        Class<?> node = Class.forName("java.util.concurrent.Phaser$QNode");
        Lookup own = MethodHandles.lookup();
        Lookup futures = MethodHandles.privateLookupIn(CompletableFuture.class, own);
        return new Others(
            signaller,
            futures.findVarHandle(completion, "next", completion),
            node,
            MethodHandles.privateLookupIn(node, own).findVarHandle(node, "phaser", Phaser.class),
            MethodHandles.privateLookupIn(FutureTask.class, own)
                .findVarHandle(FutureTask.class, "runner", Thread.class));
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        return null;
      }
    }

    // Who waits for a future knows nothing of it but those that came before: the first of all
    // stands for it.
    private Object lastOf(Object completion) {
      Object last = completion;
      for (int i = 0; i < MOST_LINKS; i++) {
        Object before = next.getVolatile(last);
        if (before == null) {
          return last;
        }
        last = before;
      }
      return last;
    }
  }
}
