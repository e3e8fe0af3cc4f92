package io.pickglass;

import io.pickglass.listing.TaskListing;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.PinnedTasks;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Counts pinned waits in the monitors of the registry. */
record PinnedByMonitor(Registry registry) implements PinnedTasks {
  @Override
  public Map<String, String> monitorsOf(Set<String> taskIds) {
    return new TaskListing(registry, InstantSource.system()).monitorsOf(taskIds);
  }

  @Override
  public void areTold(boolean now) {
    registry.tasks().seesPins(now);
  }

  @Override
  public void pinned(String monitor, long nanos) {
    Registry.Entry entry = registry.named(monitor);
    if (entry != null) {
      entry.totals().pinned(nanos);
    }
  }
}
