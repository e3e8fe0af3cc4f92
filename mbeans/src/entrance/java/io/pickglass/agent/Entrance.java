package io.pickglass.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

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
    enter("premain", options, instrumentation);
  }

  /** The JVM runs, and somebody has attached the agent. */
  public static void agentmain(String options, Instrumentation instrumentation) {
    enter("agentmain", options, instrumentation);
  }

  private static void enter(String way, String options, Instrumentation instrumentation) {
    String jdk = System.getProperty("java.specification.version", "");
    if (!isNewEnough(jdk)) {
      say("needs JDK " + OLDEST_JDK + " or newer, and this is JDK " + jdk);
      return;
    }
    try {
      read(instrumentation);
      // By name: what it leads to is compiled for that JDK only.
      Class<?> door = Class.forName("io.pickglass.AgentDoor");
      Method method = door.getDeclaredMethod(way, String.class, Instrumentation.class);
      method.setAccessible(true);
      method.invoke(null, options == null ? "" : options, instrumentation);
    } catch (InvocationTargetException e) {
      say("could not begin: " + e.getCause());
    } catch (Throwable e) {
      say("could not begin: " + e);
    }
  }

  // As a module of a program that has no agents, we do not read the JDK's module for them, which has
  // come only now. By name, as JDK 8 knows no modules; before Instrumentation is named in here.
  private static void read(Object instrumentation) throws ReflectiveOperationException {
    Method module = Class.class.getMethod("getModule");
    Object ours = module.invoke(Entrance.class);
    Object theirs = module.invoke(instrumentation.getClass());
    ours.getClass().getMethod("addReads", ours.getClass()).invoke(ours, theirs);
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
