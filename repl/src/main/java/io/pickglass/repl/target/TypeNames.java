package io.pickglass.repl.target;

import java.util.List;
import java.util.Map;

/** The names of types, as people write them. */
final class TypeNames {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Z", "boolean", "B", "byte", "C", "char", "S", "short", "I", "int", "J", "long", "F",
          "float", "D", "double");
  private static final List<String> WELL_KNOWN =
      List.of("java.lang.", "java.util.", "javax.management.openmbean.", "javax.management.");

  private TypeNames() {}

  /** {@code [J} is {@code long[]}, {@code java.lang.String} is {@code String}. */
  static String brief(String type) {
    if (isArray(type)) {
      return brief(component(type)) + "[]";
    }
    for (String known : WELL_KNOWN) {
      if (type.startsWith(known) && type.indexOf('.', known.length()) < 0) {
        return type.substring(known.length());
      }
    }
    return type;
  }

  static boolean isArray(String type) {
    return type.startsWith("[") || type.endsWith("[]");
  }

  /** What an array has. */
  static String component(String type) {
    if (type.endsWith("[]")) {
      return type.substring(0, type.length() - 2);
    }
    String component = type.substring(1);
    return component.startsWith("L") && component.endsWith(";")
        ? component.substring(1, component.length() - 1)
        : PRIMITIVES.getOrDefault(component, component);
  }
}
