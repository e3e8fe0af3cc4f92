package io.pickglass.repl.command;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.target.Access;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.top.Screen;
import io.pickglass.repl.view.Csv;
import io.pickglass.repl.view.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What lasts from one command to the next: the target and the settings.
 *
 * <p>Threads: commands run one at a time. Only what is known for completion may be asked for by
 * another thread.
 */
public final class Session implements AutoCloseable {
  private final Output output;
  private OutputFormat format = OutputFormat.TEXT;
  private volatile Duration timeout = Timeouts.DEFAULT;
  private final Map<String, OpenTarget> open = new ConcurrentSkipListMap<>();
  private volatile @Nullable OpenTarget present;
  private final Known known = new Known(() -> present);
  private Supplier<String> defaultTarget = Session::none;
  private Config config = Config.NONE;
  private Aliases aliases = new Aliases(Config.NONE);
  private Secrets.Prompt prompt = Secrets::askConsole;
  private final Typed typed = new Typed();
  private final Answers answers = new Answers();
  private Supplier<Optional<Screen>> screen = Optional::empty;
  private boolean quit;

  /** Without a target. */
  public Session(Output output) {
    this.output = new Discreet(output);
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

  /** What the user has set once and for all. */
  public Config config() {
    return config;
  }

  /** Sets it, and with it all that it tells of. */
  public void config(Config settings) {
    config = settings;
    aliases = new Aliases(settings);
    WarningLevels.check(settings);
    for (Setting setting : Setting.values()) {
      setting.take(this, settings);
    }
  }

  /** The names that the user has given to commands. */
  public Aliases aliases() {
    return aliases;
  }

  /** Sets how passwords are asked for. */
  public void prompt(Secrets.Prompt newPrompt) {
    prompt = newPrompt;
  }

  /** What a person types. */
  public Typed typed() {
    return typed;
  }

  /** Sets what gives the whole terminal. */
  public void screen(Supplier<Screen> newScreen) {
    screen = () -> Optional.of(newScreen.get());
  }

  /** The whole terminal; empty where there is none. */
  Optional<Screen> screen() {
    return screen.get();
  }

  /**
   * Connects to a target, which is the present one from then on; others stay open.
   *
   * @param text an address as it was typed
   * @return what the target says of itself
   * @throws TargetException also where Pickglass is not in it
   */
  public Info connect(String text) {
    return connect(Destination.of(text), Target::describe);
  }

  /** The same, with or without Pickglass. */
  Optional<Info> connect(Destination destination) {
    return connect(destination, Session::ifThere);
  }

  /** Opens a recording, also one whose file is called as another target might be. */
  Info replay(Path file) {
    Destination destination = new Destination(file.toString(), Access.NONE, "");
    return connect(destination, new Address.Recorded(file), Target::describe);
  }

  /** What was typed, with what the configuration knows of it. */
  Destination destination(String text, AccessOptions options, Optional<String> name) {
    return Destination.of(text, options, name, config, prompt);
  }

  /** That of the present target, or of the one that is looked for when nobody names one. */
  Destination destination() {
    OpenTarget now = present;
    return now == null
        ? destination(defaultTarget.get(), new AccessOptions(), Optional.empty())
        : now.destination();
  }

  private <T> T connect(Destination destination, Function<Target, T> question) {
    return connect(destination, Address.parse(destination.address()), question);
  }

  private <T> T connect(Destination destination, Address next, Function<Target, T> question) {
    Target connected = Connector.connect(next, destination.access(), this::timeout);
    T info;
    OpenTarget opened;
    try {
      info = question.apply(connected);
      opened = new OpenTarget(destination, next, connected);
    } catch (RuntimeException e) {
      connected.close();
      throw e;
    }
    OpenTarget before = open.put(opened.name(), opened);
    if (before != null) {
      before.close();
    }
    present = opened;
    defaultTarget = Session::none; // from now on, the user decides
    known.refreshNames();
    return info;
  }

  private static Optional<Info> ifThere(Target target) {
    try {
      return Optional.of(target.describe());
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.NO_PICKGLASS) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Lets go of the present target; another that is open takes its place. */
  public void disconnect() {
    OpenTarget last = present;
    if (last != null) {
      open.remove(last.name());
      last.close();
    }
    present = open.values().stream().findFirst().orElse(null);
    defaultTarget = Session::none;
  }

  /** All targets that are open, by name. */
  List<OpenTarget> open() {
    return List.copyOf(open.values());
  }

  /** Whether it is the one that commands ask. */
  boolean isPresent(OpenTarget target) {
    return target.equals(present);
  }

  /** Makes another the present one. */
  void use(OpenTarget target) {
    present = target;
  }

  /**
   * The target; one that was lost is connected to anew.
   *
   * @throws CommandFailure where there is none
   */
  public Target target() {
    OpenTarget now = present;
    if (now == null) {
      var _ = connect(destination(defaultTarget.get(), new AccessOptions(), Optional.empty()));
      return target();
    }
    return target(now);
  }

  /** The same of any that is open. */
  Target target(OpenTarget wanted) {
    Target there = wanted.target();
    if (there != null) {
      return there;
    }
    Target again = Connector.connect(wanted.address(), wanted.access(), this::timeout);
    try {
      wanted.knownNames = ifThere(again).map(Info::names).orElse(Names.NONE);
    } catch (RuntimeException e) {
      again.close();
      throw e;
    }
    wanted.found(again);
    output.note("reconnected to " + again.name());
    return again;
  }

  /** Lets go of a target that no longer answers; the next command connects to it again. */
  void lose() {
    OpenTarget now = present;
    if (now != null) {
      now.lose();
    }
  }

  /** Whether what is at the address now may be followed by another that is the same to a user. */
  boolean mayComeBack() {
    OpenTarget now = present;
    return now == null || now.mayComeBack();
  }

  /** The name of the target, if connected. */
  public Optional<String> targetName() {
    return Optional.ofNullable(present)
        .filter(target -> target.target() != null)
        .map(OpenTarget::title);
  }

  /** What the target has last said of its names, for completion. */
  public Known known() {
    return known;
  }

  /** Writes lines of text. */
  public void print(List<Line> lines) {
    lines.forEach(output::line);
  }

  /** Writes one object, as JSON or in the format that is set. */
  public void print(Map<String, ?> object) {
    answers.print(object, format, output);
  }

  /**
   * Writes an answer, as objects or as lines; its objects can be exported until the next one.
   *
   * @param objects made only if they are wanted
   */
  void answer(
      Supplier<? extends List<? extends Map<String, ?>>> objects, Supplier<List<Line>> lines) {
    answers.shown(objects::get);
    if (format == OutputFormat.CSV && !answers.isCaptured()) {
      Csv.lines(objects.get()).forEach(line -> output.line(Line.plain(line)));
    } else if (isJson()) {
      objects.get().forEach(this::print);
    } else {
      print(lines.get());
    }
  }

  /** What can be exported now. */
  Answers answers() {
    return answers;
  }

  /** Whether answers are for programs. */
  public boolean isJson() {
    return format.isForPrograms() || answers.isCaptured();
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
    while (present != null) {
      disconnect();
    }
  }

  private static String none() {
    throw CommandFailure.unreachable(
        "not connected: `connect TARGET` first, where TARGET is " + Address.FORMS);
  }
}
