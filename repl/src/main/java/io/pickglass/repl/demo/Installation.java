package io.pickglass.repl.demo;

import io.pickglass.repl.command.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the build has put what the demo needs.
 *
 * @param home the directory of the script {@code pickglass}
 */
record Installation(Path home) {

  /** The one this program was started from. */
  static Installation present() {
    String home = System.getProperty("pickglass.home");
    if (home == null) {
      throw CommandFailure.failed(
          "the demo is not found: start it with the script `pickglass` in the project's directory");
    }
    return new Installation(Path.of(home));
  }

  /** The class path of the demo. */
  String classPath() {
    Path target = home.resolve("demo/target");
    Path jar = target.resolve("pickglass-demo.jar");
    if (!Files.isRegularFile(jar)) {
      throw CommandFailure.failed(
          "the demo is not built (there is no " + jar + "): run `mvn package` first");
    }
    return jar + System.getProperty("path.separator") + target.resolve("lib") + "/*";
  }

  /** The options of {@code java} that start Jolokia; empty where it is not built. */
  Optional<List<String>> jolokia(int port) {
    // The same strings as in jolokia-config, whose README says why each is there.
    return agent("jolokia-agent.jar")
        .map(jar ->
            List.of(
                "-Dsun.net.httpserver.nodelay=true",
                "-javaagent:%s=port=%d,config=%s,policyLocation=file:%s"
                    .formatted(
                        jar, port, config("jolokia.properties"), config("jolokia-access.xml"))));
  }

  /**
   * The option of {@code java} that starts the Prometheus exporter; empty where it is not built.
   */
  Optional<List<String>> exporter(int port) {
    return agent("jmx-exporter.jar")
        .map(jar ->
            List.of(
                "-javaagent:%s=127.0.0.1:%d:%s".formatted(jar, port, config("jmx-exporter.yaml"))));
  }

  /** Where the output of the demo that this process starts goes. */
  Path log() {
    return home.resolve("demo/target/demo-" + ProcessHandle.current().pid() + ".log");
  }

  private Path config(String file) {
    return home.resolve("jolokia-config/config").resolve(file);
  }

  private Optional<Path> agent(String jar) {
    return Optional.of(home.resolve("jolokia-config/target/agents").resolve(jar))
        .filter(Files::isRegularFile);
  }
}
