package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads that live, also those that were started before anybody looked. The JVM keeps
 * them in containers, one for each executor and one for all others, unless it was started with
 * {@code -Djdk.trackAllThreads=false}: then those others are not there.
 *
 * <p>Threads: any. What starts or ends meanwhile may be there or not.
 */
public final class AllVirtualThreads {
  private static final @Nullable Handles HANDLES = handlesOrNull();

  private AllVirtualThreads() {}

  private static @Nullable Handles handlesOrNull() {
    try {
      return Handles.open();
    } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
      return null;
    }
  }

  /** They, one after the other; none where that cannot be known. */
  public static Stream<Thread> now() {
    return HANDLES == null ? Stream.empty() : HANDLES.all(HANDLES.top());
  }

  private record Handles(MethodHandle root, MethodHandle children, MethodHandle threads) {
    static Handles open() throws ReflectiveOperationException {
      Lookup own = MethodHandles.lookup();
      Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers");
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
      Lookup ofContainers = MethodHandles.privateLookupIn(containers, own);
      Lookup ofContainer = MethodHandles.privateLookupIn(container, own);
      MethodType object = MethodType.methodType(Object.class);
      MethodType stream = MethodType.methodType(Stream.class, Object.class);
      MethodType plain = MethodType.methodType(Stream.class);
      return new Handles(
          ofContainers
              .findStatic(containers, "root", MethodType.methodType(container))
              .asType(object),
          ofContainer.findVirtual(container, "children", plain).asType(stream),
          ofContainer.findVirtual(container, "threads", plain).asType(stream));
    }

    Object top() {
      try {
        return (Object) root.invokeExact();
      } catch (Throwable e) {
        throw unexpected(e);
      }
    }

    Stream<Thread> all(Object container) {
      return Stream.concat(
          of(threads, container)
              .filter(Thread.class::isInstance)
              .map(Thread.class::cast)
              .filter(Thread::isVirtual),
          of(children, container).flatMap(this::all));
    }

    private static Stream<?> of(MethodHandle what, Object container) {
      try {
        return (Stream<?>) (Stream) what.invokeExact(container);
      } catch (Throwable e) {
        throw unexpected(e);
      }
    }

    private static RuntimeException unexpected(Throwable e) {
      return e instanceof RuntimeException runtime
          ? runtime
          : new IllegalStateException("the JVM does not tell its threads", e);
    }
  }
}
