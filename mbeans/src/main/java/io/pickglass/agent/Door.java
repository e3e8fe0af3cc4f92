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

  /**
   * As a module of a program that has no agents we do not read the JDK's for them, which has come
   * only now. To be called before what is given has its type's name in anything that runs.
   */
  static void read(Object instrumentation) {
    Door.class.getModule().addReads(instrumentation.getClass().getModule());
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
