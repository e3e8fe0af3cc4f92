package io.pickglass.evidence;

import org.jspecify.annotations.Nullable;

/** All threads are alike: with this stack, on this carrier, with so much processor time. */
final class FakeThreads implements ThreadLook {
  final Thread carrier = Thread.ofPlatform().name("carrier-1").unstarted(() -> {});
  StackTraceElement[] stack = {};
  @Nullable String problem;
  long cpuNanos;
  Thread.State state = Thread.State.RUNNABLE;
  int stacksTaken;
  Runnable whileTheStackIsTaken = () -> {};

  static StackTraceElement[] calls(String... methods) {
    StackTraceElement[] frames = new StackTraceElement[methods.length];
    for (int i = 0; i < methods.length; i++) {
      frames[i] = new StackTraceElement("app.Shop", methods[i], "Shop.java", i + 1);
    }
    return frames;
  }

  static StackTraceElement nativeCall(String method) {
    return new StackTraceElement("app.Shop", method, "Shop.java", -2);
  }

  @Override
  public StackTraceElement[] stack(Thread thread) {
    stacksTaken++;
    whileTheStackIsTaken.run();
    return stack;
  }

  @Override
  public @Nullable String stackProblem() {
    return problem;
  }

  @Override
  public @Nullable Thread below(Thread thread) {
    return thread.isVirtual() ? carrier : thread;
  }

  @Override
  public long cpuNanos(Thread platform) {
    return cpuNanos;
  }

  @Override
  public Thread.State state(Thread thread) {
    return state;
  }
}
