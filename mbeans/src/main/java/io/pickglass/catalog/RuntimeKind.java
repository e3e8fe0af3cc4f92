package io.pickglass.catalog;

/** What can be a runtime: something that runs tasks. */
public enum RuntimeKind {
  /** The JVM's own scheduler of virtual threads. */
  VIRTUAL_THREADS("virtual-thread scheduler"),
  /** A {@link java.util.concurrent.ForkJoinPool} of the application. */
  FORK_JOIN_POOL("ForkJoinPool"),
  /** A {@link java.util.concurrent.ThreadPoolExecutor} of the application. */
  THREAD_POOL("ThreadPoolExecutor");

  private final String text;

  RuntimeKind(String text) {
    this.text = text;
  }

  /** What it is, for people. */
  public String text() {
    return text;
  }
}
