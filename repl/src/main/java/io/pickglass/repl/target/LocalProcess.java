package io.pickglass.repl.target;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    if (isSurelyNoJvm(pid)) {
      throw noJvm(pid);
    }
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
   * Whether the process has not loaded a JVM. Attaching would find out, too, but sends a signal
   * first that may end a program which does not know it, and waits long for an answer.
   */
  private static boolean isSurelyNoJvm(long pid) {
    try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
      return maps.noneMatch(line -> line.contains("libjvm"));
    } catch (IOException | UncheckedIOException e) {
      return false; // another system, or another user's process
    }
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
