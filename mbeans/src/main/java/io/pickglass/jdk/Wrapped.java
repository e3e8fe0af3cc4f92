package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What the application has given to the JDK, which has wrapped it: the code inside a future, the
 * function inside a stage, the handler of a request. The JDK's own classes are looked into, where
 * they are open to us, and futures of others that hold one piece of code; any other class of the
 * application's says more than what may be in it.
 *
 * <p>Threads: any. Nothing blocks; a class is looked at once.
 */
public final class Wrapped {
  // Read JDK 25's java/util/concurrent beside this.
  private static final Map<String, String> FIELDS =
      Map.of(
          "java.util.concurrent.FutureTask", "callable",
          "java.util.concurrent.Executors$RunnableAdapter", "task",
          "java.util.concurrent.ThreadPerTaskExecutor$TaskRunner", "task",
          "java.util.concurrent.StructuredTaskScopeImpl$SubtaskImpl", "task");

  // All stages and first steps of a CompletableFuture call it so.
  private static final String STAGES = "java.util.concurrent.CompletableFuture$";
  private static final String OF_STAGES = "fn";

  // Deeper than the JDK ever wraps.
  private static final int DEEPEST = 8;

  private static final ClassValue<Inside> INSIDE =
      new ClassValue<>() {
        @Override
        protected Inside computeValue(Class<?> type) {
          return type.getName().equals(HttpExchanges.EXCHANGE)
              ? new Inside(null, HttpExchanges.openOrNull(type))
              : new Inside(getterOrNull(type), null);
        }
      };

  private record Inside(@Nullable MethodHandle getter, @Nullable HttpExchanges exchanges) {
    boolean isSomething() {
      return getter != null || exchanges != null;
    }

    @Nullable Object of(Object wrapper) {
      try {
        return getter != null
            ? (@Nullable Object) getter.invokeExact(wrapper)
            : exchanges != null ? exchanges.handlerOrNull(wrapper) : null;
      } catch (Throwable e) {
        return null;
      }
    }
  }

  private Wrapped() {}

  /** Whether objects of that class may be wrappers of something. */
  public static boolean isWrapper(Class<?> type) {
    return INSIDE.get(type).isSomething();
  }

  /** The innermost object, which is no wrapper of the JDK's; the very one if it is none itself. */
  public static Object innermost(Object task) {
    Object inner = task;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Object next = INSIDE.get(inner.getClass()).of(inner);
      if (next == null) {
        break;
      }
      inner = next;
    }
    return inner;
  }

  private static @Nullable MethodHandle getterOrNull(Class<?> type) {
    if (type.getModule() != Object.class.getModule()) {
      return Future.class.isAssignableFrom(type) ? onlyCodeOrNull(type) : null;
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      String name = each.getName();
      String field = name.startsWith(STAGES) ? OF_STAGES : FIELDS.get(name);
      MethodHandle getter = field == null ? null : getterOrNull(each, field);
      if (getter != null) {
        return getter;
      }
    }
    return null;
  }

  private static @Nullable MethodHandle onlyCodeOrNull(Class<?> type) {
    try {
      List<Field> fields = Arrays.stream(type.getDeclaredFields()).filter(Wrapped::isCode).toList();
      return fields.size() == 1 ? getterOrNull(type, fields.getFirst().getName()) : null;
    } catch (LinkageError e) {
      // A class that one of them needs is missing.
      return null;
    }
  }

  private static boolean isCode(Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && (field.getType() == Callable.class || field.getType() == Runnable.class);
  }

  private static @Nullable MethodHandle getterOrNull(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      // Not by a VarHandle, which would be one more step where nothing is a constant.
      return lookup
          .unreflectGetter(field)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return null;
    }
  }
}
