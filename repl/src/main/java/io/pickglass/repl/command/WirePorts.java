package io.pickglass.repl.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the agents that carry the numbers out of a process shall listen, if they shall. */
public final class WirePorts {
  @Option(
      names = "--jolokia",
      paramLabel = "PORT",
      description = "Start Jolokia (HTTP and JSON) there, too, on 127.0.0.1, read-only.")
  private @Nullable Integer jolokia;

  @Option(
      names = "--exporter",
      paramLabel = "PORT",
      description = "Start the Prometheus exporter there, too, on 127.0.0.1.")
  private @Nullable Integer exporter;

  /** Jolokia's; 0 for none. */
  public int jolokia() {
    return jolokia == null ? 0 : jolokia;
  }

  /** The exporter's; 0 for none. */
  public int exporter() {
    return exporter == null ? 0 : exporter;
  }

  /**
   * Refuses what is no port.
   *
   * @throws CommandFailure with the sentence
   */
  public void check() {
    check("--jolokia", jolokia);
    check("--exporter", exporter);
    if (jolokia != null && jolokia.equals(exporter)) {
      throw CommandFailure.usage(
          "--jolokia and --exporter cannot both have port " + jolokia + ": give them two");
    }
  }

  private static void check(String option, @Nullable Integer port) {
    if (port != null && (port < 1 || port > 65_535)) {
      throw CommandFailure.usage(
          option + " " + port + " is no port: give a number from 1 to 65535");
    }
  }
}
