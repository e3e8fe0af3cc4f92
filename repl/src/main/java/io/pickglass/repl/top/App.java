package io.pickglass.repl.top;

import io.pickglass.model.Warning;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.LinkEvent;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.page.ColumnsPage;
import io.pickglass.repl.top.page.HelpPage;
import io.pickglass.repl.top.page.Page;
import io.pickglass.repl.top.page.Recent;
import io.pickglass.repl.top.page.ResourcesPage;
import io.pickglass.repl.top.page.SubjectsPage;
import io.pickglass.repl.top.page.TasksPage;
import io.pickglass.repl.top.page.WarningsPage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the screen shows, and what keys and answers do to it. Knows no terminal, no colours and
 * no network. Used by one thread.
 */
final class App {
  private static final List<Duration> PERIODS =
      List.of(
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;

  private final Deque<Page> pages = new ArrayDeque<>();
  private final Map<String, Page> roots = new HashMap<>();
  // Those that stand still while it is paused; one that was opened since first needs an answer.
  private final Set<Page> frozen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ShownTime time = new ShownTime();
  private final Recent<List<Warning>> recentWarnings = new Recent<>();
  private final String retain;
  private String target;
  private Connection connection = new Connection.Connecting();
  private Optional<String> life = Optional.empty();
  private String notice = "";
  private String problem = "";
  private int period = 2;
  private boolean paused;
  private boolean left;
  private Optional<String> copied = Optional.empty();

  /**
   * Shows the tasks.
   *
   * @param target how it is called until it says that itself
   * @param retain how long ended tasks stay, in the target's language; empty for ever
   */
  App(String target, String retain) {
    this.target = target;
    this.retain = retain;
    show(new TasksPage(retain));
  }

  Page page() {
    return pages.element();
  }

  /** How often the target is asked. */
  Duration period() {
    Duration wanted = PERIODS.get(period);
    Duration least = page().pace();
    return wanted.compareTo(least) < 0 ? least : wanted;
  }

  boolean isLeft() {
    return left;
  }

  boolean isPaused() {
    return paused;
  }

  String target() {
    return target;
  }

  Connection connection() {
    return connection;
  }

  String notice() {
    return notice;
  }

  String problem() {
    return connection instanceof Connection.Waiting(String why, long _) ? why : problem;
  }

  ShownTime time() {
    return time;
  }

  /** What was copied since it was last asked. */
  Optional<String> takeCopied() {
    Optional<String> text = copied;
    copied = Optional.empty();
    return text;
  }

  /** What to ask the target now. */
  Question question() {
    Page asking = page();
    Question question = asking.question();
    long moment = time.moment();
    return (connected, clock) -> {
      ShownTime.goTo(moment, connected, clock);
      try {
        Runnable effect = question.ask(connected, clock);
        return () -> {
          problem = "";
          effect.run();
        };
      } catch (TargetException e) {
        if (e.kind() == TargetException.Kind.UNREACHABLE) {
          throw e;
        }
        // The place is one in our own question, of which the user has typed only a part.
        String sentence =
            String.valueOf(e.getMessage()).replaceFirst("^at character \\d+: ", "the filter: ");
        return () -> problem = asking.equals(page()) ? sentence : problem;
      }
    };
  }

  /** What the question is about. */
  Object topic() {
    long asked = time.isRecorded() ? time.moment() : 0;
    return List.of(System.identityHashCode(page()), page().topic(), asked);
  }

  void take(LinkEvent event) {
    connection = Connection.after(event);
    if (event instanceof LinkEvent.Answered answered) {
      answered(answered);
    }
    page().fetches(mayFetch());
  }

  private void answered(LinkEvent.Answered answer) {
    target = answer.name();
    String started = answer.info().startTime();
    if (life.isPresent() && !life.get().equals(started)) {
      pages.forEach(Page::forget);
      roots.values().forEach(Page::forget);
      recentWarnings.clear();
      time.now();
      paused = false;
      notice = "another process since " + started + ": what was shown of the past one is gone";
    }
    life = Optional.of(started);
    answer.effect().run();
    time.answered(answer.span());
    if (answer.warnings() != null) {
      recentWarnings.add(answer.span().at(), answer.warnings().active());
    }
    refresh();
    if (paused) {
      frozen.add(page());
    }
  }

  private void refresh() {
    if (!paused || !frozen.contains(page())) {
      long moment = time.moment();
      page()
          .warnings(
              recentWarnings.at(moment).orElse(List.of()).stream()
                  .filter(warning -> moment == 0 || warning.sinceMillis() <= moment)
                  .toList());
      page().at(time.moment());
    }
  }

  private boolean mayFetch() {
    return (time.isRecorded() || connection instanceof Connection.Connected && time.moment() == 0)
        && !paused;
  }

  /** Tells the page how much room it has. */
  void arrange(int width, int height, Look look) {
    page().arrange(width, height, look);
  }

  void press(Key key) {
    if (key.is("Ctrl-C") || key.is("Ctrl-D") || key.equals(Key.END)) {
      left = true;
      return;
    }
    if (!key.is("")) {
      notice = "";
    }
    if (page().typing().isPresent() || !isForAll(key)) {
      if (page().press(key)) {
        return;
      }
    }
    forAll(key);
    page().fetches(mayFetch());
  }

  /** Keys that no view has for itself, so that they always do the same. */
  private static boolean isForAll(Key key) {
    return List.of("q", "?", "Enter", "t", "m", "w", "r", "!").contains(key.name());
  }

  private void forAll(Key key) {
    switch (key.name()) {
      case "q" -> left = true;
      case "?" -> help();
      case "Enter" -> enter(key);
      case "Esc" -> back();
      case "t" -> root(new TasksPage(retain));
      case "m" -> root(new SubjectsPage(Subject.MONITOR));
      case "w" -> root(new SubjectsPage(Subject.RUNTIME));
      case "r" -> root(new ResourcesPage());
      case "!" -> root(new WarningsPage());
      case " " -> pause();
      case "+" -> period = Math.max(0, period - 1);
      case "-" -> period = Math.min(PERIODS.size() - 1, period + 1);
      case "[" -> back(SECOND);
      case "]" -> back(-SECOND);
      case "{" -> back(10 * SECOND);
      case "}" -> back(-10 * SECOND);
      case "<" -> back(MINUTE);
      case ">" -> back(-MINUTE);
      case "\\" -> back(-Long.MAX_VALUE / 2);
      case "c" -> columns();
      case "y" -> copied = page().copied();
      default -> {}
    }
  }

  private void enter(Key key) {
    if (page() instanceof ColumnsPage) {
      boolean unused = page().press(key);
      return;
    }
    page().opened().ifPresent(this::open);
  }

  private void help() {
    if (page() instanceof HelpPage) {
      back();
    } else {
      open(new HelpPage(page()));
    }
  }

  private void columns() {
    if (!page().columns().isEmpty() && !(page() instanceof ColumnsPage)) {
      open(new ColumnsPage(page()));
    }
  }

  private void open(Page next) {
    problem = "";
    pages.push(next);
    refresh();
  }

  /** Goes to one of the main views; what is there of it already stays as it was left. */
  private void root(Page fresh) {
    problem = "";
    pages.clear();
    show(roots.getOrDefault(fresh.name(), fresh));
    refresh();
  }

  private void show(Page root) {
    roots.put(root.name(), root);
    pages.push(root);
  }

  private void back() {
    if (pages.size() > 1) {
      problem = "";
      pages.pop();
      refresh();
    }
  }

  private void pause() {
    paused = !paused;
    frozen.clear();
    if (paused) {
      frozen.addAll(pages);
    } else {
      refresh();
    }
  }

  private void back(long millis) {
    time.back(millis);
    frozen.clear();
    // A recording is asked for that moment; what is shown stays until it has answered.
    if (!time.isRecorded()) {
      refresh();
      if (paused) {
        frozen.add(page());
      }
    }
  }
}
