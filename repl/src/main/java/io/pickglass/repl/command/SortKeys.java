package io.pickglass.repl.command;

import io.pickglass.repl.series.Subject;
import io.pickglass.repl.view.SubjectsView;
import io.pickglass.repl.view.WorkersView;
import java.util.Iterator;
import java.util.List;

/** Columns by which a table can be sorted, as {@code --sort} completes them. */
abstract class SortKeys implements Iterable<String> {
  private final List<String> headers;

  SortKeys(List<String> headers) {
    this.headers = headers;
  }

  @Override
  public Iterator<String> iterator() {
    return headers.iterator();
  }

  /** The failure of who asked for another. */
  static CommandFailure unknown(String column, List<String> headers) {
    return CommandFailure.usage(
        "`%s` is no column: %s`--sort` takes one of %s"
            .formatted(column, Nearest.question(column, headers), String.join(", ", headers)));
  }

  /** Of {@code monitors}. */
  static final class OfMonitors extends SortKeys {
    OfMonitors() {
      super(SubjectsView.sortKeys(Subject.MONITOR));
    }
  }

  /** Of {@code runtimes}. */
  static final class OfRuntimes extends SortKeys {
    OfRuntimes() {
      super(SubjectsView.sortKeys(Subject.RUNTIME));
    }
  }

  /** Of {@code workers}. */
  static final class OfWorkers extends SortKeys {
    OfWorkers() {
      super(WorkersView.sortKeys());
    }
  }
}
