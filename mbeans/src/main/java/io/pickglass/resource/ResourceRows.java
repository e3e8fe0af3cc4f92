package io.pickglass.resource;

import io.pickglass.jdk.Timeouts;
import io.pickglass.model.Resource;
import io.pickglass.model.Wait;
import io.pickglass.monitor.TaskReading;
import io.pickglass.resource.People.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of what was found.
 *
 * <p>Threads: whoever has made it.
 */
final class ResourceRows {
  private final Known known;
  private final People people;
  private final long now;

  ResourceRows(Known known, People people, long now) {
    this.known = known;
    this.people = people;
    this.now = now;
  }

  String id(Found resource) {
    return known.of(resource, now).id();
  }

  Resource of(Found resource) {
    Known.Entry entry = known.counted(resource, now);
    Found parent = resource.parent();
    Thread owner = resource.owner();
    Person holder = people.of(owner);
    return new Resource(
        entry.id(),
        parent == null ? "" : id(parent),
        resource.kind().word(),
        resource.type(),
        resource.target(),
        resource.isInternal(),
        resource.source().api(),
        resource.source().location(),
        "",
        entry.ageNanos(now),
        Waiter.UNKNOWN,
        resource.count(),
        resource.lookedInto(),
        resource.longestNanos(),
        holder.id(),
        holder.name(),
        owner == null ? Waiter.UNKNOWN : entry.ownedNanos(owner, now),
        Attributes.of(resource));
  }

  /** The one who waits, for that. */
  Wait of(Waiter waiter, @Nullable Found resource) {
    Person person = people.of(waiter);
    Thread owner = resource == null ? null : resource.owner();
    Person holder = people.of(owner);
    TaskReading task = person.reading();
    return new Wait(
        person.id(),
        task == null ? "" : task.parentId(),
        person.name(),
        task == null ? "" : task.monitor(),
        resource == null ? "" : id(resource),
        resource == null ? "" : resource.type(),
        waiter.source().api(),
        waiter.source().location(),
        holder.id(),
        holder.name(),
        resource == null || owner == null
            ? Waiter.UNKNOWN
            : known.of(resource, now).ownedNanos(owner, now),
        waiter.waitedNanos(now),
        task == null ? Waiter.UNKNOWN : task.totalNanos(),
        task == null ? Waiter.UNKNOWN : task.pollNanos(),
        task == null ? Waiter.UNKNOWN : task.idleNanos(),
        task == null ? Waiter.UNKNOWN : task.pollCount(),
        attributes(waiter));
  }

  private static List<String> attributes(Waiter waiter) {
    List<String> attributes = new ArrayList<>();
    if (waiter.kind().isTimed()) {
      long remaining = Timeouts.remainingNanos(waiter.thread());
      attributes.add("timed=true");
      if (remaining != Timeouts.NONE) {
        attributes.add("remainingNanos=" + remaining);
      }
    }
    return attributes;
  }
}
