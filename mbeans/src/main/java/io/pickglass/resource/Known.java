package io.pickglass.resource;

import io.pickglass.model.ResourceKind;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources that somebody was shown: what they are called, and since when they are known. It
 * keeps none of the application's objects; what has no object is forgotten when it is not found
 * again among {@value #MOST} others.
 *
 * <p>Threads: one at a time.
 */
final class Known {
  /** So many are known at once. */
  static final int MOST = 20_000;

  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final Map<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  // What was waited for that nobody has looked at: one for each way of waiting.
  private final Map<Identity, Waited> vague = new HashMap<>();
  private long latest;

  /** What is known of one. */
  static final class Entry {
    private final String id;
    private final long firstSeen;
    private long owner;
    private long ownedSince;
    private final Waited waited;
    private boolean part;

    private Entry(String id, long firstSeen, Waited waited) {
      this.id = id;
      this.firstSeen = firstSeen;
      this.waited = waited;
    }

    /** The same as long as the resource lives. */
    String id() {
      return id;
    }

    long ageNanos(long now) {
      return Math.max(0, now - firstSeen);
    }

    /** For how long that thread has been seen to have it, and no other in between. */
    long ownedNanos(Thread thread, long now) {
      if (thread.threadId() != owner) {
        owner = thread.threadId();
        ownedSince = now;
      }
      return now - ownedSince;
    }

    /** Whether it is known as a part of something else, with which its waits are counted. */
    boolean isPart() {
      return part;
    }

    /** What was waited for it. */
    Waited waited() {
      return waited;
    }
  }

  // Equal to another one of the same object, and to itself when that is gone.
  private static final class Weak extends WeakReference<Object> {
    private final int hash;
    private final ResourceKind role;

    Weak(Identity identity, ReferenceQueue<Object> gone) {
      super(identity.what(), gone);
      this.hash = identity.hashCode();
      this.role = identity.role();
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (other == this) {
        return true;
      }
      Object own = get();
      return other instanceof Weak that && own != null && own == that.get() && role == that.role;
    }
  }

  /** What is known of that resource, from now on something. */
  Entry of(Found resource, long now) {
    forget();
    Identity identity = resource.identity();
    Object key = identity.isByValue() ? identity : new Weak(identity, gone);
    Entry known = entries.get(key);
    if (known == null) {
      known = new Entry("r" + ++latest, now, new Waited(resource.kind().word(), resource.type()));
      entries.put(key, known);
      if (entries.size() > MOST) {
        Iterator<Object> eldest = entries.keySet().iterator();
        eldest.next();
        eldest.remove();
      }
    }
    return known;
  }

  /**
   * The same, and counts who waits for it now. Before somebody has looked at them, some were taken
   * to wait for something else.
   */
  Entry counted(Found resource, long now) {
    Entry entry = of(resource, now);
    entry.part |= resource.isInternal();
    entry.waited.add(resource.waiters(), now);
    if (resource.isVague()) {
      vague.put(resource.identity(), entry.waited);
    } else {
      resource.waiters().forEach(this::forgetElsewhere);
    }
    if (resource.kind() == ResourceKind.JOIN) {
      resource.waiters().forEach(this::forgetLatch);
    }
    return entry;
  }

  private void forgetElsewhere(Waiter waiter) {
    Waiter.Key key = waiter.key();
    if (key != null) {
      vague.values().forEach(each -> each.forget(key));
    }
  }

  // Joiners of a virtual thread are parked on a latch of its own.
  private void forgetLatch(Waiter waiter) {
    Waiter.Key key = waiter.key();
    Object blocker = waiter.blocker();
    Entry latch =
        key == null || blocker == null
            ? null
            : entries.get(new Weak(Identity.of(blocker, ResourceKind.LATCH), gone));
    if (latch != null && key != null) {
      latch.waited.forget(key);
    }
  }

  /** Which resource is called so; null if none is, any more. */
  @Nullable Identity named(String id) {
    for (Map.Entry<Object, Entry> each : entries.entrySet()) {
      if (each.getValue().id.equals(id)) {
        return identity(each.getKey());
      }
    }
    return null;
  }

  private static @Nullable Identity identity(Object key) {
    if (key instanceof Weak weak) {
      Object object = weak.get();
      return object == null ? null : Identity.of(object, weak.role);
    }
    return (Identity) key;
  }

  private void forget() {
    for (Object each = gone.poll(); each != null; each = gone.poll()) {
      entries.remove(each);
    }
  }

  int count() {
    return entries.size();
  }

  List<Entry> all() {
    return List.copyOf(entries.values());
  }
}
