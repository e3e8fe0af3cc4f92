package io.pickglass.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link WatchedProgram} in a JVM of its own, with a JMX port and Jolokia. */
public final class Watched implements AutoCloseable {
  private final Process process;
  private final int jmxPort;
  private final int jolokiaPort;

  private Watched(Process process, int jmxPort, int jolokiaPort) {
    this.process = process;
    this.jmxPort = jmxPort;
    this.jolokiaPort = jolokiaPort;
  }

  /** With Pickglass, in tracking mode EXACT. */
  public static Watched start() {
    return start(freePort(), List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"), List.of());
  }

  /** With Pickglass, and Jolokia on this port. */
  public static Watched startAt(int jolokiaPort) {
    return start(jolokiaPort, List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"), List.of());
  }

  /** With Pickglass, which may not reach into the JDK: tracking mode TASK. */
  public static Watched startClosed() {
    return start(freePort(), List.of(), List.of());
  }

  /** With pools that are watched to their workers. */
  public static Watched startWithPools() {
    return start(
        freePort(),
        List.of(
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util.concurrent=ALL-UNNAMED"),
        List.of("pools"));
  }

  /** With {@link WaitingTasks}, and all opened by which is known what they wait for. */
  public static Watched startWaiting() {
    return startWaitingAt(freePort());
  }

  /** The same, with Jolokia on this port. */
  public static Watched startWaitingAt(int jolokiaPort) {
    List<String> opens = new ArrayList<>();
    for (String opened :
        List.of(
            "java.lang",
            "java.util.concurrent",
            "java.util.concurrent.locks",
            "jdk.internal.vm",
            "sun.nio.ch")) {
      opens.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED"));
    }
    return start(jolokiaPort, opens, List.of("waiting"));
  }

  /** With a Pickglass that knows of no runtimes. */
  public static Watched startOlder() {
    return start(
        freePort(), List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"), List.of("older"));
  }

  /** Without Pickglass. */
  public static Watched startWithout() {
    return start(freePort(), List.of(), List.of("without"));
  }

  private static Watched start(int jolokiaPort, List<String> jvm, List<String> arguments) {
    Path config = Path.of("..", "jolokia-config", "config").toAbsolutePath().normalize();
    List<String> options = new ArrayList<>(jvm);
    options.add("-Dcom.sun.management.jmxremote.authenticate=false");
    options.add("-Dcom.sun.management.jmxremote.ssl=false");
    String jolokia =
        "config=%s/jolokia.properties,policyLocation=file:%s/jolokia-access.xml"
            .formatted(config, config);
    return start(jolokiaPort, jolokia, options, arguments);
  }

  /** With Pickglass, and other settings of Jolokia and the JVM. */
  static Watched start(String jolokia, List<String> jvm) {
    List<String> options = new ArrayList<>(jvm);
    options.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
    return start(freePort(), jolokia, options, List.of());
  }

  private static Watched start(
      int jolokiaPort, String jolokia, List<String> jvm, List<String> arguments) {
    int jmxPort = freePort();
    List<String> command = new ArrayList<>(List.of(Child.java(), "-XX:+UseSerialGC"));
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-Dcom.sun.management.jmxremote.port=" + jmxPort,
            "-Dcom.sun.management.jmxremote.host=127.0.0.1",
            "-Djava.rmi.server.hostname=127.0.0.1",
            "-Dsun.net.httpserver.nodelay=true",
            "-javaagent:%s=port=%d,%s".formatted(jolokiaAgent(), jolokiaPort, jolokia),
            "-cp",
            System.getProperty("java.class.path"),
            WatchedProgram.class.getName()));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      while (line != null && !line.equals("ready")) {
        line = output.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("the watched program ended before it was ready");
      }
      return new Watched(process, jmxPort, jolokiaPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public String hostAndPort() {
    return "127.0.0.1:" + jmxPort;
  }

  public String serviceUrl() {
    return "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + jmxPort + "/jmxrmi";
  }

  public String jolokiaUrl() {
    return "http://127.0.0.1:" + jolokiaPort + "/jolokia";
  }

  public int jolokiaPort() {
    return jolokiaPort;
  }

  /** Lets it shut the pool {@code images} down. */
  public void shutImagesDown() {
    try {
      process.getOutputStream().write('x');
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    Child.await(process);
  }

  @Override
  public void close() {
    kill();
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jolokiaAgent() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(path -> path.contains("jolokia-agent-jvm"))
        .findFirst()
        .orElseThrow();
  }
}
