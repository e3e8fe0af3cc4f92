package io.pickglass.repl.target;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.management.remote.JMXServiceURL;

/** A JVM on this machine, reached by its process id. */
final class LocalProcess {
  private static final String CONNECTOR = "com.sun.management.jmxremote.localConnectorAddress";

  private LocalProcess() {}

  /** Connects over JMX, after asking the JVM to listen for this machine if it does not yet. */
  static JmxTarget connect(long pid, Supplier<Duration> timeout) {
    String name = "process " + pid;
    if (pid == ProcessHandle.current().pid()) {
      throw new TargetException(
          Kind.UNREACHABLE, name + " is this console: give another; `jvms` lists what runs here");
    }
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new TargetException(
          Kind.UNREACHABLE, "there is no process " + pid + ": `jvms` lists the JVMs that run here");
    }
    checkIsJvm(pid, Path.of("/proc"));
    JMXServiceURL url =
        Deadline.callNative(timeout.get(), name, () -> new JMXServiceURL(connectorAddress(pid)));
    return JmxTarget.connect(url, name, timeout);
  }

  private static String connectorAddress(long pid) {
    try {
      VirtualMachine vm = VirtualMachine.attach(Long.toString(pid));
      try {
        String address = vm.getAgentProperties().getProperty(CONNECTOR);
        return address != null ? address : vm.startLocalManagementAgent();
      } finally {
        vm.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw notAttached(pid, e);
    }
  }

  /**
   * Refuses a process that has not loaded a JVM, or of which that cannot be seen. Attaching would
   * find out, too, but sends a signal first that may end a program which does not know it, and
   * waits long for an answer.
   *
   * @param proc where Linux shows its processes; other systems have no such directory
   */
  static void checkIsJvm(long pid, Path proc) {
    Path process = proc.resolve(Long.toString(pid));
    if (!Files.isDirectory(proc.resolve("self"))) {
      return;
    }
    try (Stream<String> maps = Files.lines(process.resolve("maps"), StandardCharsets.ISO_8859_1)) {
      if (maps.noneMatch(line -> line.contains("libjvm"))) {
        throw noJvm(pid);
      }
    } catch (IOException | UncheckedIOException e) {
      throw notInspected(pid, owner(process), e);
    }
  }

  private static String owner(Path process) {
    try {
      return " of user " + Files.getOwner(process).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static TargetException notInspected(long pid, String owner, Exception failure) {
    return new TargetException(
        Kind.UNREACHABLE,
        "process %d%s cannot be inspected (%s): run this console as that user, or give host:port (JMX) or http://host:port/jolokia"
            .formatted(pid, owner, failure.getClass().getSimpleName()),
        failure);
  }

  private static TargetException noJvm(long pid) {
    String program = program(pid);
    String called = program.isEmpty() ? "" : " (" + program + ")";
    return new TargetException(
        Kind.UNREACHABLE,
        "process %d%s is not a JVM: `jvms` lists those that run here".formatted(pid, called));
  }

  private static String program(long pid) {
    String command = ProcessHandle.of(pid).flatMap(p -> p.info().command()).orElse("");
    return command.substring(command.lastIndexOf('/') + 1);
  }

  private static TargetException notAttached(long pid, Exception failure) {
    return new TargetException(
        Kind.UNREACHABLE,
        "process %d cannot be attached to (%s): it must run as the same user and without -XX:+DisableAttachMechanism"
            .formatted(pid, TargetException.root(failure)),
        failure);
  }
}
