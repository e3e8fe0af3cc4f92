package io.pickglass.repl.target;

import java.nio.file.Path;
import java.util.Properties;

/**
 * A JVM of this machine as it was found, before anything was loaded into it.
 *
 * @param pid its process id
 * @param properties its own, and those of its agents
 */
public record FoundJvm(long pid, Properties properties) {
  private static final String DYNAMIC = "EnableDynamicAgentLoading";

  /** How people call it. */
  public String name() {
    String program = LocalJvms.program(property("sun.java.command"));
    return LocalProcess.name(pid) + " (" + program + ")";
  }

  /** The version of its JDK, as people know it. */
  public String jdk() {
    return property("java.version");
  }

  /** The version of Java that it implements; 0 if it cannot be told. */
  public int javaVersion() {
    String version = property("java.specification.version").replaceFirst("^1\\.", "");
    return version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0;
  }

  /** Whether the library is started in it, by the program or by an agent. */
  public boolean hasPickglass() {
    return !property("pickglass.version").isEmpty();
  }

  /** Where Jolokia listens, or an empty string. */
  public String jolokia() {
    return property("jolokia.agent");
  }

  /** Whether its HTTP server answers kept-alive requests at once. */
  public boolean answersHttpAtOnce() {
    return Boolean.parseBoolean(property("sun.net.httpserver.nodelay"));
  }

  /** Whether it says nothing when an agent is loaded. */
  public boolean loadsSilently() {
    return property("sun.jvm.args").contains("-XX:+" + DYNAMIC);
  }

  /** Whether it lets no agent be loaded. */
  public boolean loadsNothing() {
    return property("sun.jvm.args").contains("-XX:-" + DYNAMIC);
  }

  /** Whether it runs as the user who runs this console; unknown is no. */
  public boolean isOurs() {
    String owner = new Proc(pid, Path.of("/proc")).owner();
    return owner.equals(System.getProperty("user.name"));
  }

  private String property(String name) {
    return properties.getProperty(name, "");
  }
}
