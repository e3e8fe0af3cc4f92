package io.pickglass.resource;

import io.pickglass.jdk.WaitKind;
import io.pickglass.model.ResourceKind;
import org.jspecify.annotations.Nullable;

/** Reads stacks of threads that wait. */
final class Sources {
  private static final String SYNCHRONIZED = "synchronized";

  private Sources() {}

  /**
   * Where a thread of that stack waits. Of the JDK's and libraries' frames on top of the program's
   * own, the one that was called first says for what: whoever waits in {@code Semaphore.acquire},
   * called by {@code HikariPool.getConnection}, waits for a connection.
   */
  static Source of(StackTraceElement[] stack, WaitKind kind) {
    if (kind == WaitKind.BLOCKED && stack.length > 0) {
      return entering(stack);
    }
    Api known = null;
    StackTraceElement called = null;
    StackTraceElement outermost = null;
    for (StackTraceElement frame : stack) {
      if (!Api.isForeign(frame)) {
        return source(known, called, outermost, location(frame));
      }
      Api api = Api.of(frame);
      if (api != null) {
        known = api;
        called = frame;
      }
      outermost = frame;
    }
    return source(known, called, outermost, "");
  }

  /** Nothing is called to enter a monitor. */
  private static Source entering(StackTraceElement[] stack) {
    String location = "";
    for (int i = stack.length - 1; i >= 0; i--) {
      location = Api.isForeign(stack[i]) ? location : location(stack[i]);
    }
    return new Source(ResourceKind.MONITOR, "", SYNCHRONIZED, location);
  }

  private static Source source(
      @Nullable Api known,
      @Nullable StackTraceElement called,
      @Nullable StackTraceElement outermost,
      String location) {
    if (known != null && called != null) {
      return new Source(known.kind(), known.className(), api(called), location);
    }
    // The whole stack is the JDK's: what it has called first tells nothing.
    return outermost == null || location.isEmpty()
        ? new Source(ResourceKind.OTHER, "", "", location)
        : new Source(ResourceKind.OTHER, outermost.getClassName(), api(outermost), location);
  }

  private static String api(StackTraceElement frame) {
    return Types.simpleName(frame.getClassName()) + "." + frame.getMethodName();
  }

  private static String location(StackTraceElement frame) {
    String where = frame.toString();
    // Without the class loader and the module, as everywhere.
    return where.substring(where.indexOf('/') < where.indexOf('(') ? slash(where) : 0);
  }

  private static int slash(String frame) {
    return frame.lastIndexOf('/', frame.indexOf('(')) + 1;
  }
}
