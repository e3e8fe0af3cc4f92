package io.pickglass.repl.command;

import io.pickglass.model.TaskRow;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.target.Target;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the present target has last said of its names, for completion. Only what is called refresh
 * asks the target; where that fails, all stays as it was.
 *
 * <p>Threads: who completes a line may ask in a thread of its own; it sees the last answers.
 */
public final class Known {
  private final Supplier<@Nullable OpenTarget> present;

  Known(Supplier<@Nullable OpenTarget> present) {
    this.present = present;
  }

  /** The names of monitors and runtimes. */
  public Names names() {
    OpenTarget now = present.get();
    return now == null ? Names.NONE : now.knownNames;
  }

  /** Asks for the names. */
  public void refreshNames() {
    quietly((now, target) -> now.knownNames = target.names());
  }

  /** The ids that were shown last. */
  KnownIds ids() {
    OpenTarget now = present.get();
    return now == null ? new KnownIds() : now.knownIds;
  }

  /** Asks for tasks. */
  public void refreshTasks() {
    quietly((now, target) -> now.knownIds.tasks(target.tasks("").rows(), TaskRow::id));
  }

  /** The MBeans. */
  KnownBeans beans() {
    OpenTarget now = present.get();
    return now == null ? new KnownBeans() : now.knownBeans;
  }

  /** Asks for MBeans, for a line with these words. */
  public void refreshBeans(List<String> words) {
    quietly((now, target) -> now.knownBeans.refresh(target.beans(), words));
  }

  /** The next command will say what is wrong; here it would spoil the line that is being typed. */
  private void quietly(BiConsumer<OpenTarget, Target> question) {
    OpenTarget now = present.get();
    Target target = now == null ? null : now.target();
    if (now != null && target != null) {
      try {
        question.accept(now, target);
      } catch (RuntimeException e) {
        // As it says above.
      }
    }
  }
}
