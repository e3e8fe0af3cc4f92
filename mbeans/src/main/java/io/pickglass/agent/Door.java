package io.pickglass.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind the {@link Entrance}. Whoever is it opens it when its class is loaded: a call by
 * reflection would cost the JVM, which starts, some milliseconds.
 */
public abstract class Door {
  private static volatile @Nullable Door opened;

  /** Not opened. */
  protected Door() {}

  /** Leads there from now on. */
  protected static void open(Door door) {
    opened = door;
  }

  static Door opened() {
    Door door = opened;
    if (door == null) {
      throw new IllegalStateException("there is nothing behind the door");
    }
    return door;
  }

  /** The JVM starts. */
  protected abstract void premain(String options, Instrumentation instrumentation)
      throws ReflectiveOperationException;

  /** The JVM runs. */
  protected abstract void agentmain(String options, Instrumentation instrumentation)
      throws ReflectiveOperationException;
}
