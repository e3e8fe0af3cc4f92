package io.pickglass.repl.command;

import io.pickglass.model.TaskRow;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.view.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What lasts from one command to the next: the target and the settings.
 *
 * <p>Threads: commands run one at a time. The names for completion may be asked for by another
 * thread; it sees those of the last answer.
 */
public final class Session implements AutoCloseable {
  private final Output output;
  private OutputFormat format = OutputFormat.TEXT;
  private volatile Duration timeout = Timeouts.DEFAULT;
  private @Nullable Address address;
  private volatile @Nullable Target target;
  private volatile Names knownNames = Names.NONE;
  private volatile List<String> knownTasks = List.of();
  private Supplier<String> defaultTarget = Session::none;
  private boolean quit;

  /** Without a target. */
  public Session(Output output) {
    this.output = output;
  }

  /**
   * Sets how to find a target when a command needs one and nobody named one.
   *
   * @param choice gives an address, or throws a {@link CommandFailure} that says why not
   */
  public void defaultTarget(Supplier<String> choice) {
    defaultTarget = choice;
  }

  /** Where it writes. */
  public Output output() {
    return output;
  }

  /** How answers are written. */
  public OutputFormat format() {
    return format;
  }

  /** Sets how answers are written. */
  public void format(OutputFormat newFormat) {
    format = newFormat;
  }

  /** How long a target may take to answer. */
  public Duration timeout() {
    return timeout;
  }

  /** Sets how long a target may take to answer, also the present one. */
  public void timeout(Duration newTimeout) {
    timeout = newTimeout;
  }

  /**
   * Lets go of the present target and connects to another.
   *
   * @param text an address as it was typed
   * @return what the target says of itself
   */
  public Info connect(String text) {
    Address next = Address.parse(text);
    Target connected = Connector.connect(next, this::timeout);
    try {
      Info info = connected.describe();
      disconnect();
      address = next;
      target = connected;
      defaultTarget = Session::none; // from now on, the user decides
      knownNames = info.names();
      return info;
    } catch (RuntimeException e) {
      connected.close();
      throw e;
    }
  }

  /** Lets go of the target. */
  public void disconnect() {
    address = null;
    defaultTarget = Session::none;
    drop();
  }

  /**
   * The target; one that was lost is connected to anew.
   *
   * @throws CommandFailure where there is none
   */
  public Target target() {
    Target present = target;
    if (present != null) {
      return present;
    }
    Address lost = address;
    if (lost == null) {
      connect(defaultTarget.get());
      return target();
    }
    Target again = Connector.connect(lost, this::timeout);
    try {
      knownNames = again.describe().names();
    } catch (RuntimeException e) {
      again.close();
      throw e;
    }
    target = again;
    output.note("reconnected to " + again.name());
    return again;
  }

  /** Lets go of a target that no longer answers; the next command connects to it again. */
  void lose() {
    drop();
  }

  /** Whether what is at the address now may be followed by another that is the same to a user. */
  boolean mayComeBack() {
    return !(address instanceof Address.Process(long pid)) || ProcessHandle.of(pid).isPresent();
  }

  /** The name of the target, if connected. */
  public Optional<String> targetName() {
    return Optional.ofNullable(target).map(Target::name);
  }

  /** The names as last heard; never asks the target. */
  public Names knownNames() {
    return knownNames;
  }

  /** Asks for the names, for completion; what fails leaves the names as they were. */
  public void refreshKnownNames() {
    Target present = target;
    if (present != null) {
      try {
        knownNames = present.names();
      } catch (RuntimeException e) {
        // The next command will say it; here it would only spoil the line that is being typed.
      }
    }
  }

  /** The ids of tasks as last heard; never asks the target. */
  public List<String> knownTasks() {
    return knownTasks;
  }

  /** Remembers the ids of tasks, for completion. */
  void knownTasks(List<String> ids) {
    knownTasks = List.copyOf(ids);
  }

  /** Asks for tasks, for completion; what fails leaves them as they were. */
  public void refreshKnownTasks() {
    Target present = target;
    if (present != null) {
      try {
        knownTasks(present.tasks("").rows().stream().map(TaskRow::id).toList());
      } catch (RuntimeException e) {
        // As with names: the next command will say it.
      }
    }
  }

  /** Writes lines of text. */
  public void print(List<Line> lines) {
    lines.forEach(output::line);
  }

  /** Writes one JSON object. */
  public void print(Map<String, ?> object) {
    output.line(Json.line(object));
  }

  /** Whether answers are for programs. */
  public boolean isJson() {
    return format == OutputFormat.JSON;
  }

  /** Asks for the end. */
  public void quit() {
    quit = true;
  }

  /** Whether the end was asked for. */
  public boolean isQuit() {
    return quit;
  }

  @Override
  public void close() {
    disconnect();
  }

  private static String none() {
    throw CommandFailure.unreachable(
        "not connected: `connect TARGET` first, where TARGET is " + Address.FORMS);
  }

  private void drop() {
    Target present = target;
    target = null;
    knownNames = Names.NONE;
    knownTasks = List.of();
    if (present != null) {
      present.close();
    }
  }
}
