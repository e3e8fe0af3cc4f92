package io.pickglass.resource;

import io.pickglass.model.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource, and who waits for it, at one instant.
 *
 * <p>Threads: whoever has made it.
 */
final class Found {
  private final Identity identity;
  private final String type;
  private final String target;
  private final List<Waiter> waiters = new ArrayList<>(1);
  private @Nullable Found parent;
  private boolean hasParts;
  private int count;
  private long longestNanos = Waiter.UNKNOWN;
  private @Nullable Waiter first;
  private @Nullable Thread owner;

  Found(Identity identity, String type, String target) {
    this.identity = identity;
    this.type = type;
    this.target = target;
  }

  /** It is a part of that, which is what the program knows. */
  void partOf(Found whole) {
    parent = whole;
    whole.hasParts = true;
  }

  void add(Waiter waiter, long now) {
    waiters.add(waiter);
    long waited = waiter.waitedNanos(now);
    addUnknown(1, waited);
    boolean looked = waiter.source().isKnown();
    if (looked && (first == null || waited > first.waitedNanos(now))) {
      first = waiter;
    }
    if (parent != null) {
      parent.add(waiter, now);
    }
  }

  /** So many more, of which nobody is remembered. */
  void addUnknown(int more, long longest) {
    count += more;
    longestNanos = Math.max(longestNanos, longest);
  }

  /** That thread has it. */
  void ownedBy(@Nullable Thread thread) {
    owner = thread;
  }

  Identity identity() {
    return identity;
  }

  ResourceKind kind() {
    return identity.role();
  }

  String type() {
    return type;
  }

  String target() {
    return target;
  }

  boolean isInternal() {
    return parent != null;
  }

  /** Whether it is not only what its parts are. */
  boolean isWhole() {
    return !hasParts;
  }

  @Nullable Found parent() {
    return parent;
  }

  int count() {
    return count;
  }

  /** How many were looked at until now. */
  int lookedInto() {
    return Math.toIntExact(waiters.stream().filter(each -> each.seen() != null).count());
  }

  long longestNanos() {
    return longestNanos;
  }

  List<Waiter> waiters() {
    return waiters;
  }

  /** Where the one waits who has waited longest, of those that were looked at. */
  Source source() {
    return first == null ? Source.UNKNOWN : first.source();
  }

  @Nullable Thread owner() {
    return owner;
  }

  String ownerName() {
    return owner == null ? "" : owner.getName();
  }

  /** Whether it stands for all at whom nobody has looked. */
  boolean isVague() {
    return identity.isByValue() && identity.what() instanceof Scene.Unseen;
  }

  String visibility() {
    return isInternal() ? "internal" : "public";
  }
}
