package io.pickglass.jmx;

import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.sampling.Sampler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The beans of all monitors: for each name those of the monitor that has it now, or none.
 *
 * <p>Threads: any, and none waits for another: registering calls strangers, who may wait for what
 * makes or removes a monitor in their turn. Whoever comes while another is at work on the same name
 * leaves it to him.
 */
final class MonitorBeans {
  // A monitor is made or removed first, and its name said here afterwards. Whoever works on a name
  // looks what has it now, and looks again if it was said meanwhile: so the last look comes after
  // the last change, whatever the order in which they were said.

  private final Beans beans;
  private final Registry registry;
  private final Sampler sampler;
  private final Consumer<Throwable> errors;
  private final Map<String, Place> places = new HashMap<>();
  private volatile boolean closed;

  /** A name that has beans, or on which somebody works. */
  private static final class Place {
    // Under the lock of the places.
    private boolean busy;
    private boolean saidAgain;

    // Belong to whoever is busy.
    private Registry.@Nullable Entry shown;
    private final List<ObjectName> registered = new ArrayList<>();
  }

  MonitorBeans(Beans beans, Registry registry, Sampler sampler, Consumer<Throwable> errors) {
    this.beans = beans;
    this.registry = registry;
    this.sampler = sampler;
    this.errors = errors;
  }

  /** Something has become of a monitor of that name. */
  void changed(String name) {
    Place place = begin(name);
    if (place == null) {
      return;
    }
    do {
      try {
        show(place, closed ? null : registry.named(name));
      } catch (Throwable e) {
        // In whoever makes a monitor, which is the application.
        errors.accept(e);
      }
    } while (!isDone(name, place));
  }

  private @Nullable Place begin(String name) {
    synchronized (places) {
      Place place = places.computeIfAbsent(name, _ -> new Place());
      place.saidAgain = place.busy;
      if (place.busy) {
        return null;
      }
      place.busy = true;
      return place;
    }
  }

  private boolean isDone(String name, Place place) {
    synchronized (places) {
      if (place.saidAgain) {
        place.saidAgain = false;
        return false;
      }
      place.busy = false;
      if (place.shown == null) {
        places.remove(name);
      }
      return true;
    }
  }

  private void show(Place place, Registry.@Nullable Entry wanted) {
    if (place.shown == wanted) {
      return;
    }
    place.registered.forEach(beans::unregister);
    place.registered.clear();
    place.shown = wanted;
    if (wanted != null) {
      register(place, wanted);
    }
  }

  private void register(Place place, Registry.Entry entry) {
    String name = entry.totals().name();
    TaskMonitorBean bean = new TaskMonitorBean(entry, sampler);
    beans.register(
        place.registered,
        ObjectNames.taskMonitor(name),
        () -> new DescribedBean<>(bean, TaskMonitorMBean.class));
    beans.register(
        place.registered,
        ObjectNames.taskMonitor(name, Scope.CUMULATIVE),
        () -> new ScopeBean(Scope.CUMULATIVE, bean::cumulative));
    beans.register(
        place.registered,
        ObjectNames.taskMonitor(name, Scope.INTERVAL),
        () -> new ScopeBean(Scope.INTERVAL, bean::lastInterval));
  }

  /** Takes all beans away, and shows none any more. */
  void close() {
    closed = true;
    List<String> names;
    synchronized (places) {
      names = List.copyOf(places.keySet());
    }
    names.forEach(this::changed);
  }
}
