package io.pickglass.instrument;

import io.pickglass.jdk.Anonymous;
import io.pickglass.jdk.Lambdas;
import io.pickglass.jdk.Wrapped;
import io.pickglass.model.Place;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where tasks come from: once for each class of them, as a look at the stack costs as much as
 * a thread.
 *
 * <p>Threads: any; for all but the first task of a class it neither locks nor allocates.
 *
 * <p>Bounds: a class keeps its place, three strings, as long as it lives.
 */
public final class Places {
  private static final StackWalker WALKER = StackWalker.getInstance();
  // Lambdas of one call site share a class; so do anonymous classes.
  private static final String LAMBDA = "$$Lambda";

  // Between the program and us; where it is in one of these itself, we do not see that it is.
  private static final Set<String> OURS =
      Set.of(
          "io.pickglass",
          "io.pickglass.agent",
          "io.pickglass.instrument",
          "io.pickglass.jdk",
          "io.pickglass.monitor",
          "io.pickglass.task");

  // Instead of the place of a class whose objects are wrappers: each has another inside.
  private static final Place WRAPPER = new Place("wrapper", "", "");

  private static final ClassValue<Place> FOUND =
      new ClassValue<>() {
        @Override
        protected Place computeValue(Class<?> type) {
          try {
            return find(type);
          } catch (Throwable e) {
            Guard.caught(e);
            return new Place(type.getName(), "", "");
          }
        }
      };

  private static final ClassValue<Place> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected Place computeValue(Class<?> type) {
          return type == RunnableCall.class || Wrapped.isWrapper(type) ? WRAPPER : FOUND.get(type);
        }
      };

  private Places() {}

  /** The place of tasks that run that, the first of which is just being made on this thread. */
  public static Place of(Object code) {
    try {
      Place place = BY_CLASS.get(code.getClass());
      return place != WRAPPER ? place : ofWrapper(code);
    } catch (Throwable e) {
      Guard.caught(e);
      return Place.UNKNOWN;
    }
  }

  private static Place ofWrapper(Object code) {
    Object given = code instanceof RunnableCall<?> call ? call.code() : code;
    return FOUND.get(Wrapped.innermost(given).getClass());
  }

  /** The place of tasks of that class, the first of which is just being made on this thread. */
  public static Place ofClass(Class<?> type) {
    return FOUND.get(type);
  }

  private static Place find(Class<?> type) {
    String host = host(type.getName());
    boolean hasSite = !host.equals(type.getName());
    List<StackFrame> frames = WALKER.walk(all -> all.filter(Places::isOfProgram).toList());
    Optional<StackFrame> own =
        frames.stream().filter(frame -> host(frame.getClassName()).equals(host)).findFirst();
    String site = hasSite ? own.map(Places::site).orElseGet(() -> code(type)) : "";
    String start =
        (hasSite ? own : Optional.<StackFrame>empty())
            .or(() -> frames.stream().findFirst())
            .map(frame -> frame.toStackTraceElement().toString())
            .orElse("");
    return new Place(host, site, start);
  }

  private static boolean isOfProgram(StackFrame frame) {
    String name = frame.getClassName();
    return !name.startsWith("java.")
        && !OURS.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
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
}
