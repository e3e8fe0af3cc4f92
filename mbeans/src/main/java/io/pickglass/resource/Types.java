package io.pickglass.resource;

/** How classes are called. Nothing is asked of the objects themselves. */
final class Types {
  private Types() {}

  /** Without the package, inner classes with dots. */
  static String simpleName(String className) {
    String inner = className.substring(className.lastIndexOf('.') + 1);
    // The name of a hidden class ends in a number that differs in every run.
    int hidden = inner.indexOf('/');
    return (hidden < 0 ? inner : inner.substring(0, hidden)).replace('$', '.');
  }

  /** The outermost class in which it stands. */
  static String outer(String className) {
    int dollar = className.indexOf('$', className.lastIndexOf('.') + 1);
    return dollar <= className.lastIndexOf('.') + 1 ? className : className.substring(0, dollar);
  }

  /** Its package. */
  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** Its module and package: {@code java.base/java.util.concurrent}. */
  static String target(Class<?> type) {
    return target(type.getModule().getName(), packageOf(type.getName()));
  }

  /** The same of a class that is known by its name only. */
  static String target(String className) {
    String of = packageOf(className);
    return ModuleLayer.boot().modules().stream()
        .filter(module -> module.getPackages().contains(of))
        .findAny()
        .map(module -> target(module.getName(), of))
        .orElse(of);
  }

  private static String target(@org.jspecify.annotations.Nullable String module, String of) {
    return module == null || of.isEmpty() ? of : module + "/" + of;
  }
}
