package io.pickglass.repl.target;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.AttachOperationFailedException;
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
    String name = name(pid);
    check(pid);
    JMXServiceURL url =
        Deadline.callNative(
            timeout.get(), name, () -> new JMXServiceURL(connectorAddress(pid, timeout.get())));
    return JmxTarget.connect(url, name, Access.NONE, timeout);
  }

  /** How people call it. */
  static String name(long pid) {
    return "process " + pid;
  }

  /** Refuses what is certain not to answer, before anything is done to it. */
  static void check(long pid) {
    if (pid == ProcessHandle.current().pid()) {
      throw new TargetException(
          Kind.UNREACHABLE,
          name(pid) + " is this console: give another; `jvms` lists what runs here");
    }
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new TargetException(
          Kind.UNREACHABLE, "there is no process " + pid + ": `jvms` lists the JVMs that run here");
    }
    checkIsJvm(pid, Path.of("/proc"));
    if (new Proc(pid, Path.of("/proc")).disablesAttach()) {
      throw new TargetException(
          Kind.UNREACHABLE,
          name(pid)
              + " was started with -XX:+DisableAttachMechanism, so nobody can attach to it: start it"
              + " with the agent (`pickglass run`, or -javaagent:pickglass-mbeans.jar), or give"
              + " host:port (JMX) or http://host:port/jolokia");
    }
  }

  private static String connectorAddress(long pid, Duration timeout) {
    try {
      VirtualMachine vm = attach(pid, timeout);
      try {
        String address = vm.getAgentProperties().getProperty(CONNECTOR);
        return address != null ? address : startJmx(vm, pid);
      } finally {
        vm.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw notAttached(pid, e);
    }
  }

  /** Attaches, and gives up in time to clean up after itself: a file in the process's directory. */
  static VirtualMachine attach(long pid, Duration timeout)
      throws AttachNotSupportedException, IOException {
    System.setProperty("sun.tools.attach.attachTimeout", Long.toString(patience(timeout)));
    return VirtualMachine.attach(Long.toString(pid));
  }

  /**
   * The JDK looks after 100 ms, 200 ms more, 300 ms more; the last look shall be within the time.
   */
  static long patience(Duration timeout) {
    long end = 0;
    for (long step = 100; end + step < timeout.toMillis(); step += 100) {
      end += step;
    }
    return Math.max(1, end - 1);
  }

  private static String startJmx(VirtualMachine vm, long pid) throws IOException {
    try {
      return vm.startLocalManagementAgent();
    } catch (AttachOperationFailedException e) {
      throw new TargetException(
          Kind.UNREACHABLE,
          "process %d cannot be asked over JMX (%s): that needs the module jdk.management.agent in its JDK; Jolokia does without"
              .formatted(pid, TargetException.root(e)),
          e);
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
      String owner = new Proc(pid, proc).owner();
      throw notInspected(pid, owner.isEmpty() ? "" : " of user " + owner, e);
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

  static TargetException notAttached(long pid, Exception failure) {
    String why = TargetException.root(failure);
    String sentence =
        why.contains("respond")
            ? "process %d does not answer: is it stopped, or can it not write to its /tmp? `--timeout 30s` or `set timeout 30s` waits longer"
                .formatted(pid)
            : "process %d cannot be attached to (%s): it must run as the same user and without -XX:+DisableAttachMechanism"
                .formatted(pid, why);
    return new TargetException(Kind.UNREACHABLE, sentence, failure);
  }
}
