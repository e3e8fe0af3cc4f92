package io.pickglass.repl.demo;

import io.pickglass.repl.agents.LoopbackPort;
import io.pickglass.repl.command.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports of this machine that are free now, each given to one only. */
final class Ports {
  private final Set<Integer> given = new HashSet<>();

  /**
   * A port and what there is to say about it.
   *
   * @param note a sentence, or empty if it is the one that was wanted
   */
  record Choice(int port, String note) {}

  /**
   * The wanted port if it is free, else any other: an agent that cannot have its port ends the
   * whole JVM, so this is looked at before.
   *
   * @param wanted 0 for any
   * @param who uses it, as the subject of a sentence
   */
  Choice choose(int wanted, String who) {
    if (wanted < 0 || wanted > 65_535) {
      throw CommandFailure.usage(
          wanted + " is no port for " + who + ": give a number from 1 to 65535, or 0 for any");
    }
    if (wanted == 0) {
      return new Choice(any(), "");
    }
    if (LoopbackPort.isFree(wanted) && given.add(wanted)) {
      return new Choice(wanted, "");
    }
    int other = any();
    return new Choice(
        other,
        "port %d is in use: %s listens on 127.0.0.1:%d instead".formatted(wanted, who, other));
  }

  private int any() {
    int port = free(0);
    while (!given.add(port)) {
      port = free(0); // who got it does not listen yet
    }
    return port;
  }

  private static int free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot listen on port %d of 127.0.0.1 (%s): give another"
              .formatted(port, e.getMessage()));
    }
  }
}
