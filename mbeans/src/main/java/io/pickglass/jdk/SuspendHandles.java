package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;

/** The handles by which {@link WaitingThreads} keeps a thread that waits from going on. */
record SuspendHandles(
    VarHandle state,
    VarHandle parkPermit,
    VarHandle blockPermit,
    VarHandle notified,
    VarHandle interrupted,
    MethodHandle submit,
    MethodHandle continuation,
    MethodHandle stack,
    int parked,
    int timedParked,
    int blocked,
    int waiting,
    int timedWaiting,
    int unparked,
    int unblocked,
    int suspended) {

  static SuspendHandles open() throws ReflectiveOperationException {
    Class<?> type = Class.forName("java.lang.VirtualThread");
    Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
    Lookup own = MethodHandles.lookup();
    Lookup virtual = MethodHandles.privateLookupIn(type, own);
    return new SuspendHandles(
        virtual.findVarHandle(type, "state", int.class),
        virtual.findVarHandle(type, "parkPermit", boolean.class),
        virtual.findVarHandle(type, "blockPermit", boolean.class),
        virtual.findVarHandle(type, "notified", boolean.class),
        MethodHandles.privateLookupIn(Thread.class, own)
            .findVarHandle(Thread.class, "interrupted", boolean.class),
        virtual
            .findVirtual(type, "submitRunContinuation", MethodType.methodType(void.class))
            .asType(MethodType.methodType(void.class, Thread.class)),
        virtual
            .findGetter(type, "cont", continuation)
            .asType(MethodType.methodType(Object.class, Thread.class)),
        virtual
            .findVirtual(
                continuation, "getStackTrace", MethodType.methodType(StackTraceElement[].class))
            .asType(MethodType.methodType(StackTraceElement[].class, Object.class)),
        constant(type, "PARKED"),
        constant(type, "TIMED_PARKED"),
        constant(type, "BLOCKED"),
        constant(type, "WAIT"),
        constant(type, "TIMED_WAIT"),
        constant(type, "UNPARKED"),
        constant(type, "UNBLOCKED"),
        constant(type, "SUSPENDED"));
  }

  private static int constant(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.getInt(null);
  }

  WaitKind kind(int now) {
    int unsuspended = now & ~suspended;
    if (unsuspended == parked) {
      return WaitKind.PARKED;
    }
    if (unsuspended == timedParked) {
      return WaitKind.TIMED_PARKED;
    }
    if (unsuspended == blocked) {
      return WaitKind.BLOCKED;
    }
    if (unsuspended == waiting) {
      return WaitKind.WAITING;
    }
    return unsuspended == timedWaiting ? WaitKind.TIMED_WAITING : WaitKind.NONE;
  }

  /** Keeps the thread in that state, in which it waits; whether it still was in it. */
  boolean suspend(Thread thread, int in) {
    return state.compareAndSet(thread, in, in | suspended);
  }

  /** Lets it go, and on if it was woken meanwhile: as the JDK does after a stack trace. */
  void resume(Thread thread, int in) {
    state.setVolatile(thread, in);
    boolean woken;
    if (in == parked || in == timedParked) {
      woken = (boolean) parkPermit.getVolatile(thread) && state.compareAndSet(thread, in, unparked);
    } else if (in == blocked) {
      woken =
          (boolean) blockPermit.getVolatile(thread) && state.compareAndSet(thread, in, unblocked);
    } else {
      woken =
          ((boolean) notified.getVolatile(thread) || (boolean) interrupted.getVolatile(thread))
              && state.compareAndSet(thread, in, unblocked);
    }
    if (woken) {
      submit(thread);
    }
  }

  private void submit(Thread thread) {
    try {
      submit.invokeExact(thread);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a thread cannot go on", e);
    }
  }

  StackTraceElement[] stack(Thread suspended) {
    try {
      Object of = (Object) continuation.invokeExact(suspended);
      return (StackTraceElement[]) stack.invokeExact(of);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a thread does not tell its stack", e);
    }
  }
}
