package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code jdk.internal.vm.ThreadSnapshot}: what the JVM tells of a thread, its monitors included. To
 * be asked only of threads that cannot be mounted or unmounted meanwhile, or it takes the JVM down;
 * see decision 0011.
 */
record Snapshots(
    MethodHandle create,
    VarHandle stack,
    VarHandle blocker,
    VarHandle blockerType,
    VarHandle blockerObject,
    VarHandle locks,
    VarHandle lockObject,
    VarHandle lockType) {
  private static final StackTraceElement[] NONE = {};

  static Snapshots open() throws ReflectiveOperationException {
    Class<?> type = Class.forName("jdk.internal.vm.ThreadSnapshot");
    Class<?> lock = Class.forName("jdk.internal.vm.ThreadSnapshot$ThreadLock");
    Class<?> blocker = Class.forName("jdk.internal.vm.ThreadSnapshot$ThreadBlocker");
    Class<?> kind = Class.forName("jdk.internal.vm.ThreadSnapshot$OwnedLockType");
    Class<?> reason = Class.forName("jdk.internal.vm.ThreadSnapshot$BlockerLockType");
    Lookup snapshot = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    Lookup inLock = MethodHandles.privateLookupIn(lock, MethodHandles.lookup());
    Lookup inBlocker = MethodHandles.privateLookupIn(blocker, MethodHandles.lookup());
    return new Snapshots(
        snapshot
            .findStatic(type, "of", MethodType.methodType(type, Thread.class))
            .asType(MethodType.methodType(Object.class, Thread.class)),
        snapshot.findVarHandle(type, "stackTrace", StackTraceElement[].class),
        snapshot.findVarHandle(type, "blocker", blocker),
        inBlocker.findVarHandle(blocker, "type", reason),
        inBlocker.findVarHandle(blocker, "obj", Object.class),
        snapshot.findVarHandle(type, "locks", lock.arrayType()),
        inLock.findVarHandle(lock, "obj", Object.class),
        inLock.findVarHandle(lock, "type", kind));
  }

  /** What is told of that thread; null if it has ended. */
  @Nullable Object of(Thread thread) {
    try {
      return (Object) create.invokeExact(thread);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a thread tells nothing", e);
    }
  }

  StackTraceElement[] stackOf(Object snapshot) {
    StackTraceElement[] frames = (StackTraceElement[]) stack.get(snapshot);
    return frames == null ? NONE : frames;
  }

  /** The object whose monitor it wants, or on which it waits; null if neither. */
  @Nullable Object monitorOf(Object snapshot) {
    Object found = blocker.get(snapshot);
    return found == null || name(blockerType.get(found)).equals("PARK_BLOCKER")
        ? null
        : blockerObject.get(found);
  }

  List<Object> ownedBy(Object snapshot) {
    List<Object> owned = new ArrayList<>();
    for (Object each : (Object[]) locks.get(snapshot)) {
      // One that was optimised away has no object; nobody else can want it.
      Object object = name(lockType.get(each)).equals("LOCKED") ? lockObject.get(each) : null;
      if (object != null) {
        owned.add(object);
      }
    }
    return owned;
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name();
  }
}
