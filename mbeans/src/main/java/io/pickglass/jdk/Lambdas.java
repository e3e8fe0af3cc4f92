package io.pickglass.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

/**
 * Which method a lambda runs: its class has no name of its own, but its constant pool names what it
 * calls. Known where {@code jdk.internal.access} and {@code jdk.internal.reflect} are open to us.
 *
 * <p>Threads: any; nothing blocks.
 */
public final class Lambdas {
  // Which access is checked as a lambda's class is made, so it calls but one method, the last of
  // those that are named; the others are constructors.
  private static final @Nullable Handles HANDLES = Handles.openOrNull();

  /**
   * A method of a class.
   *
   * @param className with its package
   * @param name as the class file has it
   */
  public record Method(String className, String name) {}

  private Lambdas() {}

  /** The method that a lambda of that class runs; null if that cannot be told. */
  public static @Nullable Method body(Class<?> lambda) {
    try {
      return HANDLES == null || !lambda.isHidden() ? null : HANDLES.body(lambda);
    } catch (Throwable e) {
      return null;
    }
  }

  private record Handles(
      MethodHandle constantPool, MethodHandle size, MethodHandle tag, MethodHandle member) {
    private static final String METHOD = "METHODREF";
    private static final String METHOD_OF_INTERFACE = "INTERFACEMETHODREF";

    static @Nullable Handles openOrNull() {
      try {
        return open();
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        return null;
      }
    }

    private static Handles open() throws ReflectiveOperationException {
      Class<?> access = Class.forName("jdk.internal.access.JavaLangAccess");
      Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
      Class<?> tag = Class.forName("jdk.internal.reflect.ConstantPool$Tag");
      Lookup lookup = MethodHandles.privateLookupIn(pool, MethodHandles.lookup());
      Lookup secrets =
          MethodHandles.privateLookupIn(
              Class.forName("jdk.internal.access.SharedSecrets"), MethodHandles.lookup());
      Object langAccess =
          invoke(
              secrets.findStatic(
                  secrets.lookupClass(), "getJavaLangAccess", MethodType.methodType(access)));
      return new Handles(
          secrets
              .findVirtual(access, "getConstantPool", MethodType.methodType(pool, Class.class))
              .bindTo(langAccess),
          lookup.findVirtual(pool, "getSize", MethodType.methodType(int.class)),
          lookup.findVirtual(pool, "getTagAt", MethodType.methodType(tag, int.class)),
          lookup.findVirtual(
              pool, "getMemberRefInfoAt", MethodType.methodType(String[].class, int.class)));
    }

    private static Object invoke(MethodHandle handle) throws ReflectiveOperationException {
      try {
        return handle.invoke();
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new ReflectiveOperationException(e);
      }
    }

    @Nullable Method body(Class<?> lambda) throws Throwable {
      Object pool = constantPool.invoke(lambda);
      for (int i = (int) size.invoke(pool) - 1; i > 0; i--) {
        String kind = tag.invoke(pool, i).toString();
        if (kind.equals(METHOD) || kind.equals(METHOD_OF_INTERFACE)) {
          String[] called = (String[]) member.invoke(pool, i);
          if (!called[1].equals("<init>") && !isBoxing(called[0])) {
            return new Method(called[0].replace('/', '.'), called[1]);
          }
        }
      }
      return null;
    }

    // A lambda that gives a number where an object is asked for wraps it afterwards.
    private static boolean isBoxing(String owner) {
      return owner.startsWith("java/lang/") && owner.indexOf('/', 10) < 0;
    }
  }
}
