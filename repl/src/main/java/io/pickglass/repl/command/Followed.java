package io.pickglass.repl.command;

import io.pickglass.repl.series.IntervalZipper;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.TargetException.Kind;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.view.SwitchesView;
import java.util.ArrayList;
import java.util.List;

/**
 * The monitors or runtimes that {@code tail} follows: a target that is started anew is waited for,
 * what is removed is let go of, and which monitors are switched off is said.
 */
final class Followed {
  // Kept intervals come in portions, so that an answer stays small.
  private static final int PORTION = 200;
  private static final long SHORTEST_PAUSE_MILLIS = 50;
  private static final long RETRY_MILLIS = 800;

  private final Session session;
  private final OpenTarget whose;
  private final Subject subject;
  private final List<String> names;
  private final IntervalZipper zipper;
  private String epoch;
  private List<String> told = List.of();

  /** In that life of the target; the zipper has the same names. */
  Followed(
      Session session,
      OpenTarget whose,
      Subject subject,
      List<String> names,
      IntervalZipper zipper,
      String epoch) {
    this.session = session;
    this.whose = whose;
    this.subject = subject;
    this.names = new ArrayList<>(names);
    this.zipper = zipper;
    this.epoch = epoch;
  }

  /** What comes after all that was given out, perhaps nothing yet. */
  Page next() {
    Page page = ask();
    epoch = page.epoch();
    if (subject == Subject.MONITOR) {
      tell(page.switches());
    }
    return page;
  }

  /** Waits until there may be more. */
  void await(Page last) {
    if (target().isLive() && names.stream().noneMatch(last::isCut)) {
      // Four looks at each interval show it soon, and cost the target little.
      pause(Math.max(SHORTEST_PAUSE_MILLIS, last.intervalMillis() / 4));
    }
  }

  private Target target() {
    return session.target(whose);
  }

  private Page page() {
    return target().intervals(subject, names, zipper.after(), PORTION);
  }

  private Page ask() {
    while (true) {
      try {
        return page();
      } catch (TargetException lost) {
        if (lost.kind() == Kind.REFUSED || !whose.mayComeBack()) {
          throw lost;
        }
        if (!lost.isMissing() || !letGoOfRemoved()) {
          return askAgain(lost);
        }
      }
    }
  }

  /** Whether the target lives on, and so what it no longer has was removed. */
  private boolean letGoOfRemoved() {
    Info now;
    try {
      now = target().describe();
    } catch (TargetException e) {
      return false;
    }
    if (!now.startTime().equals(epoch)) {
      return false;
    }
    List<String> present = now.names().of(subject);
    List<String> removed = names.stream().filter(name -> !present.contains(name)).toList();
    String gone =
        String.join(", ", removed) + (removed.size() == 1 ? " was" : " were") + " removed";
    names.removeAll(removed);
    removed.forEach(zipper::end);
    if (names.isEmpty()) {
      throw CommandFailure.failed(gone + ": nothing is left to follow");
    }
    if (removed.isEmpty()) {
      pause(SHORTEST_PAUSE_MILLIS); // one was removed, and made again since
    } else {
      session.output().note(gone + ": no longer followed");
    }
    return true;
  }

  /** Waits for a target that is being started anew; its numbers then begin anew, too. */
  private Page askAgain(TargetException lost) {
    String time = Timeouts.text(session.timeout());
    // Why is said once, in the end, and only if it stays away.
    session.output().note("waiting up to " + time + " for it to come back");
    whose.lose();
    long end = System.nanoTime() + session.timeout().toNanos();
    while (System.nanoTime() - end < 0 && whose.mayComeBack()) {
      pause(RETRY_MILLIS);
      try {
        return page();
      } catch (TargetException e) {
        whose.lose(); // still away, or what is followed is not made yet
      }
    }
    throw lost;
  }

  private void tell(Switches switches) {
    List<String> sentences = SwitchesView.sentences(names, switches);
    if (sentences.equals(told)) {
      return;
    }
    told = sentences;
    sentences.forEach(session.output()::note);
    if (sentences.isEmpty()) {
      session.output().note("on again: new tasks are watched");
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new StoppedException();
    }
  }
}
