package io.pickglass.jdk;

import java.lang.reflect.Method;

/** What anonymous classes are called: their number alone would tell nobody anything. */
public final class Anonymous {
  private Anonymous() {}

  /** The method in which it stands, if any, what it is, and its number: {@code made.Runnable-2}. */
  public static String name(Class<?> type) {
    String number = type.getName().substring(type.getName().lastIndexOf('$') + 1);
    try {
      Method method = type.getEnclosingMethod();
      Class<?>[] interfaces = type.getInterfaces();
      Class<?> what = interfaces.length == 0 ? type.getSuperclass() : interfaces[0];
      return (method == null ? "" : method.getName() + ".") + what.getSimpleName() + "-" + number;
    } catch (Throwable e) {
      // Classes that it names may be missing, or made by something that is not a compiler of Java.
      return number;
    }
  }
}
