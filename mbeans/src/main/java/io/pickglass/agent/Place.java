package io.pickglass.agent;

import io.pickglass.jdk.Anonymous;
import io.pickglass.jdk.Lambdas;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the tasks of a class come from.
 *
 * @param className the class in whose source their code stands, with its package
 * @param site the method and line that began the first of them, if all begin there: {@code
 *     handle-42}; empty where they may begin anywhere
 * @param start the frame of the program that began the first of them, as a stack trace shows it;
 *     empty if none is known
 */
record Place(String className, String site, String start) {
  private static final StackWalker WALKER = StackWalker.getInstance();
  // Lambdas of one call site share a class; so do anonymous classes.
  private static final String LAMBDA = "$$Lambda";

  /** The place of tasks of that class, the first of which is just being made on this thread. */
  static Place of(Class<?> type) {
    String host = host(type);
    boolean hasSite = !host.equals(type.getName());
    List<StackFrame> frames = WALKER.walk(all -> all.filter(Place::isOfProgram).toList());
    Optional<StackFrame> own =
        frames.stream().filter(frame -> host(frame.getClassName()).equals(host)).findFirst();
    String site = hasSite ? own.map(Place::site).orElseGet(() -> code(type)) : "";
    String start =
        (hasSite ? own : Optional.<StackFrame>empty())
            .or(() -> frames.stream().findFirst())
            .map(frame -> frame.toStackTraceElement().toString())
            .orElse("");
    return new Place(host, site, start);
  }

  private static boolean isOfProgram(StackFrame frame) {
    String name = frame.getClassName();
    return !name.startsWith("java.") && !name.startsWith("io.pickglass.agent.");
  }

  private static String host(Class<?> type) {
    return host(type.getName());
  }

  private static String host(String name) {
    int lambda = name.indexOf(LAMBDA);
    String host = lambda < 0 ? name : name.substring(0, lambda);
    return host.replaceFirst("(\\$\\d+)+$", "");
  }

  private static String site(StackFrame frame) {
    String method = frame.getMethodName();
    String of =
        switch (method) {
          case "<init>" -> "new";
          case "<clinit>" -> "static";
          default -> isLambda(method) ? method.split("\\$")[1] : method;
        };
    return frame.getLineNumber() < 0 ? of : of + "-" + frame.getLineNumber();
  }

  /** Which code it is, of one that is not begun where it stands: a later stage, a kept object. */
  private static String code(Class<?> type) {
    if (!type.isHidden()) {
      return Anonymous.name(type);
    }
    Lambdas.Method body = Lambdas.body(type);
    if (body == null) {
      return "lambda";
    }
    String[] parts = body.name().split("\\$");
    return isLambda(body.name()) ? parts[1] + ".lambda-" + parts[parts.length - 1] : body.name();
  }

  private static boolean isLambda(String method) {
    return method.startsWith("lambda$");
  }

  /** What the tasks are called, by that. */
  String name(GroupBy by) {
    return switch (by) {
      case SITE, NAME -> withSite(simpleName());
      case CLASS -> simpleName();
      case PACKAGE -> packageName();
      case NONE -> "all";
    };
  }

  /** The same with the package, for two that are called the same without it. */
  String qualifiedName(GroupBy by) {
    return switch (by) {
      case SITE, NAME -> withSite(className.replace('$', '.'));
      case CLASS -> className.replace('$', '.');
      case PACKAGE, NONE -> name(by);
    };
  }

  private String withSite(String name) {
    return site.isEmpty() ? name : name + "." + site;
  }

  private String simpleName() {
    return simpleName(className);
  }

  /** {@code Outer.Inner} of {@code com.example.Outer$Inner}. */
  static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
  }

  private String packageName() {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "unnamed" : className.substring(0, dot);
  }

  /** Whether one of them fits the class, or the class with the site. */
  boolean matchesAny(List<Pattern> patterns) {
    return Stream.of(className, withSite(className))
        .anyMatch(name -> patterns.stream().anyMatch(pattern -> pattern.matches(name)));
  }

  /**
   * Whether they are the JDK's own, of which nobody wants to know, or ours: what waits for sockets
   * in the place of virtual threads and yields in a loop; the connections of JMX, by which we are
   * read; what is watched already.
   */
  boolean isOfNobody() {
    return className.equals("sun.nio.ch.Poller")
        || className.startsWith("sun.nio.ch.Poller$")
        || className.startsWith("sun.rmi.")
        || className.startsWith("io.pickglass.");
  }
}
