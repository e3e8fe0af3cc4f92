package io.pickglass.conformance;

import io.pickglass.instrument.VirtualThreads;
import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;

/** Virtual threads with a scheduler of their own, as only reflection can make them in JDK 25. */
final class SkippedThreads {
  private SkippedThreads() {}

  static Thread.Builder.OfVirtual builder(Executor scheduler) {
    try {
      Class<?> type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      Constructor<?> constructor = type.getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      return (Thread.Builder.OfVirtual) constructor.newInstance(scheduler);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static long count() {
    return VirtualThreads.skippedCount();
  }
}
