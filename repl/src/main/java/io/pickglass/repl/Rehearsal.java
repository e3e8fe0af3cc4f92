package io.pickglass.repl;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.repl.command.AccessOptions;
import io.pickglass.repl.command.Commands;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.terminal.Repl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Does once what a person does at the prompt, so that the JVM can keep the classes that this takes
 * ({@code -XX:AOTCacheOutput}, see bin/start-console.sh). It is its own target.
 */
final class Rehearsal {
  private static final String TYPED =
      "monitors\rshow rehearsal\rtasks\rexplain rehearsal\rhelp\rquit\r";
  private static final long LONGEST_MILLIS = 60_000;

  private Rehearsal() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var _ = Thread.ofPlatform().daemon().start(Rehearsal::endInTime);
    Pickglass.start();
    TaskMonitor monitor = Pickglass.monitor("rehearsal");
    monitor.start(() -> {}).join();
    try (Repl repl =
        new Repl(
            Config.NONE,
            new ByteArrayInputStream(TYPED.getBytes(StandardCharsets.US_ASCII)),
            OutputStream.nullOutputStream())) {
      String self = Long.toString(ProcessHandle.current().pid());
      repl.interruptibly(session -> {
        int unused = new Commands(session).connect(self, new AccessOptions());
      });
      repl.run();
    }
    int unused = Program.run("--version");
    System.exit(0);
  }

  private static void endInTime() {
    try {
      Thread.sleep(LONGEST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1); // nothing is kept of what did not end
  }
}
