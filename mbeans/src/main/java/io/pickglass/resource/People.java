package io.pickglass.resource;

import io.pickglass.listing.TaskColumn;
import io.pickglass.model.TaskKind;
import io.pickglass.monitor.LiveTasks.Member;
import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.PollSites;
import io.pickglass.monitor.TaskReading;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What threads are called: as the task that they are or run, if that is watched.
 *
 * <p>Threads: whoever has made it.
 */
final class People {
  private static final String PLATFORM = "t";

  private final long now;
  private final Iterable<Found> resources;

  // Made when somebody has something for which others wait.
  private @Nullable Map<Thread, Member> tasks;

  /**
   * Somebody.
   *
   * @param id {@code v12}, {@code x3} or {@code t17}
   * @param name what it is called
   * @param reading of its task; null if it is none that is watched
   */
  record Person(String id, String name, @Nullable TaskReading reading) {
    static final Person NOBODY = new Person("", "", null);
  }

  People(long now, Iterable<Found> resources) {
    this.now = now;
    this.resources = resources;
  }

  /** Whoever waits there. */
  Person of(Waiter waiter) {
    return person(waiter.thread(), waiter.member());
  }

  /** Whoever that thread is, who may wait or run. */
  Person of(@Nullable Thread thread) {
    return thread == null ? Person.NOBODY : person(thread, tasks().get(thread));
  }

  private Person person(Thread thread, @Nullable Member member) {
    TaskReading reading = new TaskReading();
    if (member != null && member.readNow(reading, now)) {
      return new Person(reading.id(), TaskColumn.name(reading), reading);
    }
    long number = thread.threadId();
    String id = thread.isVirtual() ? TaskKind.VIRTUAL.id(number) : PLATFORM + number;
    return new Person(id, thread.getName(), null);
  }

  private Map<Thread, Member> tasks() {
    Map<Thread, Member> known = tasks;
    if (known == null) {
      known = find();
      tasks = known;
    }
    return known;
  }

  private Map<Thread, Member> find() {
    Map<Thread, Member> found = new IdentityHashMap<>();
    for (PollSite site : PollSites.ALL.list()) {
      Thread thread = site.thread();
      if (thread != null && site.polled() instanceof Member member) {
        found.put(thread, member);
      }
    }
    for (Found resource : resources) {
      for (Waiter waiter : resource.waiters()) {
        Member member = waiter.member();
        if (member != null) {
          found.put(waiter.thread(), member);
        }
      }
    }
    return found;
  }
}
