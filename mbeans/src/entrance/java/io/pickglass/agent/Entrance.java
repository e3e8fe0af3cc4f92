package io.pickglass.agent;

import java.lang.instrument.Instrumentation;

/**
 * Where the JVM enters the agent, at start or later. Compiled for the oldest JVM that may meet it:
 * one that is too old for the agent shall say so in a sentence, and run its application.
 *
 * <p>Errors: none reaches the JVM, which would end the application, or the attach.
 */
public final class Entrance {
  private static final int OLDEST_JDK = 25;

  private Entrance() {}

  /** The JVM starts with {@code -javaagent}. */
  public static void premain(String options, Instrumentation instrumentation) {
    enter(true, options, instrumentation);
  }

  /** The JVM runs, and somebody has attached the agent. */
  public static void agentmain(String options, Instrumentation instrumentation) {
    enter(false, options, instrumentation);
  }

  private static void enter(boolean starts, String options, Instrumentation instrumentation) {
    String jdk = System.getProperty("java.specification.version", "");
    if (!isNewEnough(jdk)) {
      say("needs JDK " + OLDEST_JDK + " or newer, and this is JDK " + jdk);
      return;
    }
    try {
      Door.read(instrumentation);
      // Opens the door. By name: it knows us, and not we it.
      Class.forName("io.pickglass.AgentDoor");
      String text = options == null ? "" : options;
      if (starts) {
        Door.opened().premain(text, instrumentation);
      } else {
        Door.opened().agentmain(text, instrumentation);
      }
    } catch (ExceptionInInitializerError e) {
      say("could not begin: " + e.getCause());
    } catch (Throwable e) {
      say("could not begin: " + e);
    }
  }

  private static boolean isNewEnough(String jdk) {
    try {
      return Integer.parseInt(jdk) >= OLDEST_JDK;
    } catch (NumberFormatException e) {
      // 1.8, for one.
      return false;
    }
  }

  private static void say(String what) {
    System.err.println("Pickglass " + what + ": it does nothing, the application runs without it.");
  }
}
