package io.pickglass.runtime;

import java.util.Map;
import java.util.Set;

/** Who knows the tasks that pinned their carriers, and the monitors that count that. */
public interface PinnedTasks {
  /** Nobody does. */
  PinnedTasks UNKNOWN =
      new PinnedTasks() {
        @Override
        public Map<String, String> monitorsOf(Set<String> taskIds) {
          return Map.of();
        }

        @Override
        public void areTold(boolean now) {}

        @Override
        public void pinned(String monitor, long nanos) {}
      };

  /** The monitors of these tasks, as far as the tasks are known, by the tasks' IDs. */
  Map<String, String> monitorsOf(Set<String> taskIds);

  /** Whether pinned waits are told from now on. */
  void areTold(boolean now);

  /** A task of that monitor has waited so long, and kept its carrier. */
  void pinned(String monitor, long nanos);
}
