package io.pickglass.repl.demo;

import io.pickglass.repl.agents.AgentJar;
import io.pickglass.repl.agents.Agents;
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
    return Optional.of(new Agents(home).jolokia(port))
        .filter(AgentJar::isThere)
        .map(agent -> List.of(Agents.NO_DELAY, agent.option()));
  }

  /**
   * The option of {@code java} that starts the Prometheus exporter; empty where it is not built.
   */
  Optional<List<String>> exporter(int port) {
    return Optional.of(new Agents(home).exporter(port))
        .filter(AgentJar::isThere)
        .map(agent -> List.of(agent.option()));
  }

  /** Where the output of the demo that this process starts goes. */
  Path log() {
    return home.resolve("demo/target/demo-" + ProcessHandle.current().pid() + ".log");
  }
}
