package io.pickglass.repl.target;

import com.sun.tools.attach.VirtualMachine;
import io.pickglass.repl.target.TargetException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The JVMs of this user on this machine. */
public final class LocalJvms {
  private static final String CONSOLE = "io.pickglass.repl.Main";

  // Makes the class archive of the console, for some seconds.
  private static final String REHEARSAL = "io.pickglass.repl.Rehearsal";

  private LocalJvms() {}

  /**
   * A JVM that runs.
   *
   * @param pid its process id
   * @param program its main class or jar
   */
  public record Listed(long pid, String program) {
    /** Whether the main class or jar has this in its name. */
    public boolean isNamed(String part) {
      return program.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
  }

  /** Whether Pickglass is in a JVM. */
  public enum Presence {
    /** It answered. */
    YES,
    /** Its JMX was asked, and does not have it. */
    NO,
    /** It could not be asked, or not without starting its JMX agent. */
    UNKNOWN
  }

  /**
   * A JVM that was asked.
   *
   * @param jdk its version, or an empty string
   * @param presence whether Pickglass is in it
   * @param mode its tracking mode, or an empty string
   * @param agent the options of the agent, or an empty string while there is none
   */
  public record Probed(Listed jvm, String jdk, Presence presence, String mode, String agent) {
    private static Probed without(Listed jvm, String jdk, Presence presence) {
      return new Probed(jvm, jdk, presence, "", "");
    }
  }

  /** All but this one, in the order of their process ids. */
  public static List<Listed> list(Duration timeout) {
    long self = ProcessHandle.current().pid();
    return Deadline.callNative(
        timeout,
        "the list of JVMs",
        () ->
            VirtualMachine.list().stream()
                .map(vm -> new Listed(Long.parseLong(vm.id()), program(vm.displayName())))
                .filter(jvm -> jvm.pid() != self && !jvm.program().equals(REHEARSAL))
                .sorted(Comparator.comparingLong(Listed::pid))
                .toList());
  }

  /**
   * Asks all of them at once; one that does not answer is UNKNOWN and delays nobody.
   *
   * @param startAgents whether JVMs without signs of Pickglass may be made to start their JMX agent
   */
  public static List<Probed> probe(Duration timeout, boolean startAgents) {
    List<Probed> probed = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Probed>> answers =
          list(timeout).stream()
              .map(jvm -> executor.submit(() -> probe(jvm, timeout, startAgents)))
              .toList();
      try {
        for (Future<Probed> answer : answers) {
          probed.add(answer.get());
        }
      } catch (InterruptedException e) {
        executor.shutdownNow(); // else leaving this block would wait for all of them
        throw new StoppedException();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a JVM could not be probed", e.getCause());
    }
    return probed;
  }

  static TargetException hasNoPickglass(String name) {
    String local = "process ";
    String pid = name.startsWith(local) ? name.substring(local.length()) : "PID";
    return new TargetException(
        Kind.NO_PICKGLASS,
        "%s has no Pickglass: `pickglass attach %s` puts its agent in while it runs, and `pickglass run` starts a program with it"
            .formatted(name, pid));
  }

  private static Probed probe(Listed jvm, Duration timeout, boolean startAgents) {
    if (jvm.program().equals(CONSOLE)) {
      return Probed.without(jvm, "", Presence.NO); // it has our classes, but watches others
    }
    String jdk = "";
    try {
      Properties properties =
          Deadline.callNative(
              timeout, "process " + jvm.pid(), () -> LocalAgents.properties(jvm.pid(), timeout));
      jdk = properties.getProperty("java.version", "");
      if (!startAgents && !mayHavePickglass(properties)) {
        return Probed.without(jvm, jdk, Presence.UNKNOWN);
      }
      try (Target target = LocalProcess.connect(jvm.pid(), () -> timeout)) {
        Info info = target.describe();
        return new Probed(jvm, jdk, Presence.YES, info.trackingMode(), info.agentOptions());
      }
    } catch (TargetException e) {
      Presence presence = e.kind() == Kind.NO_PICKGLASS ? Presence.NO : Presence.UNKNOWN;
      return Probed.without(jvm, jdk, presence);
    }
  }

  /**
   * Whether asking is free (JMX listens already) or worth while. Starting the JMX agent leaves
   * threads and a port in a stranger's process, so it is not done on mere suspicion.
   */
  private static boolean mayHavePickglass(Properties properties) {
    return properties.stringPropertyNames().stream().anyMatch(name -> name.startsWith("pickglass"))
        || properties.containsKey("com.sun.management.jmxremote.localConnectorAddress")
        || properties.getProperty("java.class.path", "").contains("pickglass")
        || properties.getProperty("jdk.module.path", "").contains("pickglass")
        || properties.getProperty("sun.jvm.args", "").contains("pickglass");
  }

  static String program(String displayName) {
    String first = displayName.strip().split("\\s+", 2)[0];
    return first.isEmpty() ? "(unknown)" : first.substring(first.lastIndexOf('/') + 1);
  }
}
