package io.pickglass.repl.command;

import io.pickglass.repl.series.Batches;
import io.pickglass.repl.series.IntervalZipper;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.series.Zipped;
import java.util.List;

/** One of the targets that {@code tail} follows. */
final class TailedTarget {
  private final OpenTarget whose;
  private final List<String> names;
  private final Followed followed;
  private final IntervalZipper zipper;
  private final Batches batches;
  private Page last;
  private long left;

  /**
   * From its present answer on.
   *
   * @param every how many intervals are added up
   * @param count how many lines are wanted
   */
  TailedTarget(
      OpenTarget whose,
      List<String> names,
      Followed followed,
      IntervalZipper zipper,
      Page now,
      int every,
      long count) {
    this.whose = whose;
    this.names = names;
    this.followed = followed;
    this.zipper = zipper;
    this.batches = new Batches(every);
    this.last = now;
    this.left = count;
  }

  String title() {
    return whose.title();
  }

  /** The monitors or runtimes that are followed from the beginning. */
  List<String> names() {
    return names;
  }

  /** What has come since, perhaps nothing. */
  List<Zipped> next() {
    last = followed.next();
    return zipper.accept(last).stream().flatMap(zipped -> batches.accept(zipped).stream()).toList();
  }

  /** Whether the last answer had nothing. */
  boolean isEmpty() {
    return last.intervals().values().stream().allMatch(List::isEmpty);
  }

  Switches switches() {
    return last.switches();
  }

  /** The number of the interval that comes next. */
  long following() {
    return zipper.after() + 1;
  }

  /** Counts what is printed; false if it is one line too many. */
  boolean isWanted(Zipped zipped) {
    if (left == 0) {
      return false;
    }
    left -= zipped instanceof Zipped.Row ? 1 : 0;
    return true;
  }

  boolean isDone() {
    return left == 0;
  }

  /** Waits until there may be more. */
  void await() {
    followed.await(last);
  }
}
