package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * The handles behind {@link VirtualThreadAccess}, found by name once; all take a {@link Thread}.
 */
record VirtualThreadHandles(
    Class<?> type,
    MethodHandle currentCarrier,
    MethodHandle setScheduler,
    MethodHandle setRunContinuation,
    MethodHandle getScheduler,
    MethodHandle getRunContinuation,
    VarHandle state,
    ForkJoinPool defaultScheduler) {

  static VirtualThreadHandles open() throws ReflectiveOperationException {
    Class<?> type = Class.forName("java.lang.VirtualThread");
    Lookup threads = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
    Lookup virtual = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    MethodHandle carrier =
        threads.findStatic(
            Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
    MethodHandle scheduler = getter(virtual, type, "scheduler", Executor.class);
    MethodHandle continuation = getter(virtual, type, "runContinuation", Runnable.class);
    VarHandle state = virtual.findVarHandle(type, "state", int.class);
    return new VirtualThreadHandles(
        type,
        carrier,
        setter(virtual, type, "scheduler", Executor.class),
        setter(virtual, type, "runContinuation", Runnable.class),
        scheduler,
        continuation,
        state,
        defaultScheduler(virtual, type));
  }

  int constant(String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("java.lang.VirtualThread has no constant " + name, e);
    }
  }

  private static MethodHandle getter(Lookup lookup, Class<?> type, String name, Class<?> field)
      throws ReflectiveOperationException {
    return lookup.findGetter(type, name, field).asType(MethodType.methodType(field, Thread.class));
  }

  private static MethodHandle setter(Lookup lookup, Class<?> type, String name, Class<?> field)
      throws ReflectiveOperationException {
    // A final field: a Lookup alone refuses to write it, reflection on an opened package does not.
    Field reflected = type.getDeclaredField(name);
    reflected.setAccessible(true);
    return lookup
        .unreflectSetter(reflected)
        .asType(MethodType.methodType(void.class, Thread.class, field));
  }

  private static ForkJoinPool defaultScheduler(Lookup lookup, Class<?> type)
      throws ReflectiveOperationException {
    MethodHandle method =
        lookup.findStatic(type, "defaultScheduler", MethodType.methodType(Executor.class));
    try {
      return (ForkJoinPool) (Executor) method.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
  }
}
