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
  private final Map<Thread, Member> tasks = new IdentityHashMap<>();

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

  People(long now, Iterable<Waiter> waiters) {
    this.now = now;
    for (PollSite site : PollSites.ALL.list()) {
      Thread thread = site.thread();
      if (thread != null && site.polled() instanceof Member member) {
        tasks.put(thread, member);
      }
    }
    for (Waiter waiter : waiters) {
      Member member = waiter.member();
      if (member != null) {
        tasks.put(waiter.thread(), member);
      }
    }
  }

  Person of(@Nullable Thread thread) {
    if (thread == null) {
      return Person.NOBODY;
    }
    Member member = tasks.get(thread);
    TaskReading reading = new TaskReading();
    if (member != null && member.readNow(reading, now)) {
      return new Person(reading.id(), TaskColumn.name(reading), reading);
    }
    long number = thread.threadId();
    String id = thread.isVirtual() ? TaskKind.VIRTUAL.id(number) : PLATFORM + number;
    return new Person(id, thread.getName(), null);
  }
}
