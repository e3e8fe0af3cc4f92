package io.pickglass.jdk;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The methods of a class that is loaded. */
public final class LoadedMethods {
  private LoadedMethods() {}

  /** Their names; none of a class that refers to others that are not there. */
  public static Set<String> names(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods())
          .map(Method::getName)
          .collect(Collectors.toSet());
    } catch (LinkageError e) {
      return Set.of();
    }
  }
}
