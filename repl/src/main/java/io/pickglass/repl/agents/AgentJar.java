package io.pickglass.repl.agents;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An agent of a JVM.
 *
 * @param jar its file
 * @param options an empty string for none
 */
public record AgentJar(Path jar, String options) {
  /** Whether its file is there. */
  public boolean isThere() {
    return Files.isRegularFile(jar);
  }

  /** The option of {@code java} that starts it with the program. */
  public String option() {
    return "-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options);
  }
}
