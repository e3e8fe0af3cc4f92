package io.pickglass.repl.demo;

import io.pickglass.repl.command.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine that are free now. */
final class Ports {
  private Ports() {}

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
  static Choice choose(int wanted, String who) {
    if (wanted < 0 || wanted > 65_535) {
      throw CommandFailure.usage(
          wanted + " is no port for " + who + ": give a number from 1 to 65535, or 0 for any");
    }
    if (wanted == 0) {
      return new Choice(free(0), "");
    }
    try {
      return new Choice(free(wanted), "");
    } catch (CommandFailure e) {
      int other = free(0);
      return new Choice(
          other,
          "port %d is in use: %s listens on 127.0.0.1:%d instead".formatted(wanted, who, other));
    }
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
