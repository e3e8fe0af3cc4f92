package io.pickglass.wires;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/** A child process that runs {@link Watched}, killed at the end whatever happens. */
final class WatchedProcess implements AutoCloseable {
  static final Path CONFIG = Path.of("config").toAbsolutePath();
  static final Path JOLOKIA = Path.of("target", "agents", "jolokia-agent.jar").toAbsolutePath();
  static final Path EXPORTER = Path.of("target", "agents", "jmx-exporter.jar").toAbsolutePath();

  /** With it every poll is seen; without it, the tracking mode is TASK. */
  static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private static final Pattern JOLOKIA_URL = Pattern.compile("started with URL (http\\S+)");

  private final Process process;
  private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
  private @Nullable JMXConnector connector;

  private WatchedProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(output::add));
  }

  /** Starts a child with the options of {@code java} and waits until its tasks are over. */
  @SafeVarargs
  static WatchedProcess start(List<String>... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    for (List<String> some : options) {
      command.addAll(some);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Watched.class.getName()));
    WatchedProcess child =
        new WatchedProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    try {
      child.line(Pattern.compile("^(" + Watched.READY + ")$"));
      return child;
    } catch (Throwable e) {
      child.close();
      throw e;
    }
  }

  static WatchedProcess withJolokia() throws Exception {
    return start(List.of(OPEN), AgentOptions.jolokia(JOLOKIA, CONFIG, 0));
  }

  /** A port that was free just now: the exporter does not tell which one it took. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Jolokia's address, with a slash at the end. */
  URI jolokiaUrl() throws Exception {
    return URI.create(line(JOLOKIA_URL) + "/");
  }

  /** The child's MBeans, by attaching to it. */
  MBeanServerConnection jmx() throws Exception {
    if (connector == null) {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        connector =
            JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    }
    return connector.getMBeanServerConnection();
  }

  private String line(Pattern pattern) throws Exception {
    return Await.value("a line of " + pattern + " among " + output, () -> find(pattern));
  }

  private Optional<String> find(Pattern pattern) {
    if (!process.isAlive()) {
      throw new AssertionError("the child ended: " + String.join("\n", output));
    }
    return output.stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  @Override
  public void close() throws Exception {
    try {
      if (connector != null) {
        connector.close();
      }
    } finally {
      process.destroyForcibly().waitFor(Await.DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
