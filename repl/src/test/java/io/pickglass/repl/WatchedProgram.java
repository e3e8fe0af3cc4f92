package io.pickglass.repl;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.io.IOException;

/**
 * A program to look at: monitors {@code orders} and {@code users.insert} with a task every 5 ms.
 * Ends with its standard input.
 */
public final class WatchedProgram {
  private WatchedProgram() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].equals("without")) {
      System.out.println("ready");
      awaitEnd();
      return;
    }
    Pickglass.start();
    TaskMonitor orders = Pickglass.monitor("orders");
    TaskMonitor users = Pickglass.monitor("users.insert");
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (true) {
            orders.start(() -> pause(1));
            users.start(() -> {});
            pause(5);
          }
        });
    System.out.println("ready");
    awaitEnd();
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      // whatever comes
    }
    System.exit(0);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
