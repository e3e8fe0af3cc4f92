package io.pickglass.repl.target;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Loads agents into JVMs of this machine. */
public final class LocalAgents {
  private LocalAgents() {}

  /**
   * Finds a JVM into which an agent can perhaps be loaded. Nothing is changed in it.
   *
   * @throws TargetException with the reason why not
   */
  public static FoundJvm find(Address address, Duration timeout) {
    long pid = Connector.process(address, timeout);
    LocalProcess.check(pid);
    checkIsNotInContainer(new Proc(pid, Path.of("/proc")));
    Properties properties =
        Deadline.callNative(timeout, LocalProcess.name(pid), () -> properties(pid, timeout));
    return new FoundJvm(pid, properties);
  }

  /** Refuses a JVM that sees other files and other networks than we do. */
  static void checkIsNotInContainer(Proc process) {
    long inside = process.pidInContainer();
    if (inside != 0) {
      throw new TargetException(
          Kind.UNREACHABLE,
          "process %d runs in a container, where it is process %d and does not see our files: run `pickglass attach %d` inside, or start it there with JAVA_TOOL_OPTIONS=-javaagent:/PATH/pickglass-mbeans.jar"
              .formatted(process.pid(), inside, inside));
    }
  }

  /** Loads an agent and waits until it has begun. */
  public static void load(FoundJvm jvm, Path jar, String options, Duration timeout) {
    boolean unused =
        Deadline.callNative(
            timeout,
            LocalProcess.name(jvm.pid()),
            () -> {
              load(jvm.pid(), jar, options, timeout);
              return true;
            });
  }

  private static void load(long pid, Path jar, String options, Duration timeout) {
    try {
      VirtualMachine vm = LocalProcess.attach(pid, timeout);
      try {
        vm.loadAgent(jar.toString(), options);
      } finally {
        vm.detach();
      }
    } catch (AgentLoadException | AgentInitializationException e) {
      throw notLoaded(pid, jar, TargetException.root(e), e);
    } catch (AttachNotSupportedException e) {
      throw LocalProcess.notAttached(pid, e);
    } catch (IOException e) {
      throw ProcessHandle.of(pid).isPresent()
          ? notLoaded(pid, jar, TargetException.root(e), e)
          : new TargetException(
              Kind.UNREACHABLE, LocalProcess.name(pid) + " has ended meanwhile", e);
    }
  }

  private static TargetException notLoaded(long pid, Path jar, String why, Exception failure) {
    return new TargetException(
        Kind.REFUSED,
        "%s has not loaded %s (%s): it must see that file, and have the module java.instrument; nothing has changed in it"
            .formatted(LocalProcess.name(pid), jar, why),
        failure);
  }

  /**
   * Whether a class is loaded in a JVM. Where that cannot be told, it may be.
   *
   * @param timeout of each of the questions
   */
  public static boolean mayHaveLoaded(FoundJvm jvm, String className, Duration timeout) {
    try (JmxTarget target = LocalProcess.connect(jvm.pid(), () -> timeout)) {
      return target.mayHaveLoaded(className);
    }
  }

  /** Both kinds of properties of a JVM: its own, and where its agents listen. */
  static Properties properties(long pid, Duration timeout) {
    try {
      VirtualMachine vm = LocalProcess.attach(pid, timeout);
      try {
        Properties properties = vm.getSystemProperties();
        properties.putAll(vm.getAgentProperties());
        return properties;
      } finally {
        vm.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw LocalProcess.notAttached(pid, e);
    }
  }
}
