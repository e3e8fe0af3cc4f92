package io.pickglass.resource;

import io.pickglass.jdk.Sockets;
import io.pickglass.jdk.Synchronizers;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.jdk.WaitingThreads;
import java.util.ArrayList;
import java.util.List;

/** What cannot be told of waits in this JVM, and what to do about it. */
public final class Lacks {
  private Lacks() {}

  /** A sentence for each. */
  public static List<String> all() {
    List<String> lacks = new ArrayList<>();
    if (!WaitingThreads.tellStacks()) {
      // Both are needed for that; who has opened one is told of the other.
      String opened = VirtualThreadAccess.problem() == null ? "jdk.internal.vm" : "java.lang";
      lacks.add(missing("where virtual threads wait", opened));
    }
    if (!WaitingThreads.tellMonitors()) {
      lacks.add(missing("for which monitor a thread waits, and who owns it", "jdk.internal.vm"));
    }
    if (!Synchronizers.tellOwners()) {
      lacks.add(missing("who holds a lock", "java.util.concurrent.locks"));
    }
    if (!Synchronizers.tellParts()) {
      lacks.add(missing("who waits for the same future or phaser", "java.util.concurrent"));
    }
    if (!Sockets.isOpen()) {
      lacks.add(missing("who waits for which socket", "sun.nio.ch"));
    }
    return List.copyOf(lacks);
  }

  private static String missing(String what, String opened) {
    Module ours = Lacks.class.getModule();
    return what
        + " is not known: start the JVM with the agent, or with --add-opens java.base/"
        + opened
        + "="
        + (ours.isNamed() ? ours.getName() : "ALL-UNNAMED");
  }
}
