package io.pickglass.wires;

import java.nio.file.Path;
import java.util.List;

/**
 * The options of {@code java} that start each agent with the configuration of this module. The
 * README of this module shows the same strings; a test compares them.
 */
public final class AgentOptions {
  private AgentOptions() {}

  /**
   * Jolokia: HTTP and JSON on the loopback interface.
   *
   * @param jar the agent
   * @param config the directory of the configuration files; an absolute path without a comma, which
   *     would end it
   * @param port where to listen; 0 is any free port, which the agent prints
   */
  public static List<String> jolokia(Path jar, Path config, int port) {
    return List.of(
        // Without it a kept-alive request takes 44 ms; it counts only before the server is loaded.
        "-Dsun.net.httpserver.nodelay=true",
        "-javaagent:%s=port=%d,config=%s,policyLocation=file:%s"
            .formatted(
                jar,
                port,
                config.resolve("jolokia.properties"),
                config.resolve("jolokia-access.xml")));
  }

  /** The Prometheus JMX exporter on the loopback interface; parameters as above. */
  public static List<String> exporter(Path jar, Path config, int port) {
    return List.of(
        "-javaagent:%s=127.0.0.1:%d:%s".formatted(jar, port, config.resolve("jmx-exporter.yaml")));
  }
}
