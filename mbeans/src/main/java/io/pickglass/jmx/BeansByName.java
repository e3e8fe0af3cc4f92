package io.pickglass.jmx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The beans of all monitors, or of all runtimes: for each name those of the one that has it now, or
 * none.
 *
 * <p>Threads: any, and none waits for another: registering calls strangers, who may wait for what
 * makes or removes a monitor in their turn. Whoever comes while another is at work on the same name
 * leaves it to him.
 */
final class BeansByName<E> {
  // A monitor is made or removed first, and its name said here afterwards. Whoever works on a name
  // looks what has it now, and looks again if it was said meanwhile: so the last look comes after
  // the last change, whatever the order in which they were said.

  private final Beans beans;
  private final Function<String, @Nullable E> named;
  private final BiConsumer<Collection<ObjectName>, E> registration;
  private final Map<String, Place<E>> places = new HashMap<>();
  private volatile boolean closed;

  /** A name that has beans, or on which somebody works. */
  private static final class Place<E> {
    // Under the lock of the places.
    private boolean busy;
    private boolean saidAgain;

    // Belong to whoever is busy.
    private @Nullable E shown;
    private final List<ObjectName> registered = new ArrayList<>();
  }

  /**
   * No beans yet.
   *
   * @param named what has that name now, or null
   * @param registration registers the beans of it, and adds their names
   */
  BeansByName(
      Beans beans,
      Function<String, @Nullable E> named,
      BiConsumer<Collection<ObjectName>, E> registration) {
    this.beans = beans;
    this.named = named;
    this.registration = registration;
  }

  /** Something has become of that name. */
  void changed(String name) {
    Place<E> place = begin(name);
    if (place == null) {
      return;
    }
    do {
      try {
        show(place, closed ? null : named.apply(name));
      } catch (Throwable e) {
        // In whoever makes a monitor, which is the application.
        beans.errors().accept(e);
      }
    } while (!isDone(name, place));
  }

  private @Nullable Place<E> begin(String name) {
    synchronized (places) {
      Place<E> place = places.computeIfAbsent(name, _ -> new Place<>());
      place.saidAgain = place.busy;
      if (place.busy) {
        return null;
      }
      place.busy = true;
      return place;
    }
  }

  private boolean isDone(String name, Place<E> place) {
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

  private void show(Place<E> place, @Nullable E wanted) {
    if (place.shown == wanted) {
      return;
    }
    place.registered.forEach(beans::unregister);
    place.registered.clear();
    place.shown = wanted;
    if (wanted != null) {
      registration.accept(place.registered, wanted);
    }
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
