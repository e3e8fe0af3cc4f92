package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes targets of addresses. */
public final class Connector {
  private Connector() {}

  /**
   * Connects to whatever is there; whether Pickglass is in it shows with the first question.
   *
   * @param timeout asked anew for each question
   * @throws TargetException where nothing can be connected to
   */
  public static Target connect(Address address, Supplier<Duration> timeout) {
    return connect(address, Access.NONE, timeout);
  }

  /** The same, as somebody; a JVM of this machine asks for nothing of that. */
  public static Target connect(Address address, Access access, Supplier<Duration> timeout) {
    return switch (address) {
      case Address.Process(long pid) -> LocalProcess.connect(pid, timeout);
      case Address.Program(String part) -> LocalProcess.connect(only(part, timeout.get()), timeout);
      case Address.Jmx jmx -> JmxTarget.connect(jmx.url(), jmx.text(), access, timeout);
      case Address.Jolokia(var uri) -> new JolokiaTarget(uri, access, timeout);
      case Address.Recorded(var file) -> RecordingTarget.open(file);
    };
  }

  /** The process on this machine that an address means. */
  static long process(Address address, Duration timeout) {
    return switch (address) {
      case Address.Process(long pid) -> pid;
      case Address.Program(String part) -> only(part, timeout);
      case Address.Jmx(_, String text) -> throw noProcess(text);
      case Address.Jolokia(var uri) -> throw noProcess(uri.toString());
      case Address.Recorded(var file) -> throw noProcess(file.toString());
    };
  }

  private static TargetException noProcess(String text) {
    return new TargetException(
        Kind.BAD_ADDRESS,
        "`%s` is no process of this machine, and only such can be attached to: give a process id or a part of a main class's name"
            .formatted(text));
  }

  private static long only(String part, Duration timeout) {
    List<LocalJvms.Listed> found =
        LocalJvms.list(timeout).stream().filter(jvm -> jvm.isNamed(part)).toList();
    if (found.size() == 1) {
      return found.getFirst().pid();
    }
    if (found.isEmpty()) {
      throw new TargetException(
          Kind.UNREACHABLE,
          "no JVM of yours on this machine has `%s` in the name of its main class: give %s; `jvms` lists what runs here"
              .formatted(part, Address.FORMS));
    }
    String pids =
        found.stream().map(jvm -> Long.toString(jvm.pid())).collect(Collectors.joining(", "));
    throw new TargetException(
        Kind.UNREACHABLE,
        "%d JVMs have `%s` in the name of their main class: give one of the process ids %s"
            .formatted(found.size(), part, pids));
  }
}
