package io.pickglass.agent;

import io.pickglass.instrument.Places;
import io.pickglass.jdk.Wrapped;
import io.pickglass.model.Place;
import io.pickglass.monitor.Registry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the monitor of a task that nobody has given one. The place where tasks come from is found
 * once for each class of them: a look at the stack costs as much as a thread.
 *
 * <p>Threads: any; for all but the first task of a class it neither locks nor allocates, but with
 * {@link GroupBy#NAME}.
 *
 * <p>Bounds: classes keep their group as long as they live; names are as many as there may be
 * monitors.
 */
final class Grouping {
  private final AgentOptions options;
  private final Registry registry;

  // Which place has a name, as two classes may be called the same but for their package.
  private final Map<String, String> placeOfName = new ConcurrentHashMap<>();
  private final Map<String, Group> byThreadName = new ConcurrentHashMap<>();
  private final ClassValue<Group> byClass =
      new ClassValue<>() {
        @Override
        protected Group computeValue(Class<?> type) {
          return groupOf(Places.ofClass(type));
        }
      };

  Grouping(AgentOptions options, Registry registry) {
    this.options = options;
    this.registry = registry;
  }

  /** The group of a task that a thread of that name, if it has one, is made for. */
  Group of(@Nullable String threadName, Runnable code) {
    Class<?> type = Wrapped.innermost(code).getClass();
    Group group = byClass.get(type);
    if (group.isOver()) {
      byClass.remove(type);
      group = byClass.get(type);
    }
    return options.group() == GroupBy.NAME && threadName != null && group != Group.NOT_WATCHED
        ? ofName(withoutNumber(threadName), group)
        : group;
  }

  private Group groupOf(Place place) {
    return isOfNobody(place) || !options.isWatched(place)
        ? Group.NOT_WATCHED
        : Group.of(registry.monitorFrom(nameOf(place), place.start()), place);
  }

  /**
   * Whether they are the JDK's own, of which nobody wants to know, or ours: what waits for sockets
   * in the place of virtual threads and yields in a loop; the connections of JMX, by which we are
   * read; what is watched already.
   */
  private static boolean isOfNobody(Place place) {
    String name = place.className();
    return name.equals("sun.nio.ch.Poller")
        || name.startsWith("sun.nio.ch.Poller$")
        || name.startsWith("sun.rmi.")
        || name.startsWith("io.pickglass.");
  }

  private String nameOf(Place place) {
    for (Map.Entry<String, List<Pattern>> rule : options.names().entrySet()) {
      if (AgentOptions.fitsAny(place, rule.getValue())) {
        return rule.getKey();
      }
    }
    String name = options.group().name(place);
    String qualified = options.group().qualifiedName(place);
    String known = placeOfName.putIfAbsent(name, qualified);
    return known == null || known.equals(qualified) ? name : qualified;
  }

  private Group ofName(String name, Group ofClass) {
    Group known = byThreadName.get(name);
    if (known != null && !known.isOver()) {
      return known;
    }
    if (name.isEmpty() || byThreadName.size() >= options.maxMonitors()) {
      return ofClass;
    }
    Group made = Group.of(registry.monitorFrom(name, ""), ofClass.place());
    byThreadName.put(name, made);
    return made;
  }

  private static String withoutNumber(String threadName) {
    int end = threadName.length();
    while (end > 0 && "0123456789-#_. ".indexOf(threadName.charAt(end - 1)) >= 0) {
      end--;
    }
    return threadName.substring(0, end);
  }
}
