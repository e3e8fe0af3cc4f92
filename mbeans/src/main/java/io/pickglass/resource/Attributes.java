package io.pickglass.resource;

import io.pickglass.jdk.Sockets;
import io.pickglass.jdk.Synchronizers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.StampedLock;

/**
 * What resources tell of themselves. Fields of the JDK's own classes are read, and methods called
 * of those only that cannot be overridden: no code of the application runs for that.
 */
final class Attributes {
  // As ReentrantReadWriteLock.Sync of JDK 25 has them in one number.
  private static final int SHARED_SHIFT = 32;
  private static final long EXCLUSIVE_MASK = (1L << SHARED_SHIFT) - 1;

  private Attributes() {}

  static List<String> of(Found resource) {
    List<String> all = new ArrayList<>();
    Object what = resource.identity().what();
    switch (resource.kind()) {
      case LOCK -> lock(what, all);
      case SEMAPHORE -> state(what, "permits", all);
      case LATCH -> state(what, "count", all);
      case PHASER -> phaser(what, all);
      case IO -> socket(what, all);
      default -> {}
    }
    return List.copyOf(all);
  }

  private static void lock(Object lock, List<String> all) {
    String type = lock.getClass().getName();
    if (lock.getClass() == StampedLock.class) {
      StampedLock stamped = (StampedLock) lock;
      all.add("readers=" + stamped.getReadLockCount());
      all.add("writing=" + stamped.isWriteLocked());
      return;
    }
    Long state = Synchronizers.stateOf(lock);
    if (state == null) {
      return;
    }
    if (type.startsWith("java.util.concurrent.locks.ReentrantReadWriteLock$")) {
      all.add("readers=" + (state >>> SHARED_SHIFT));
      all.add("writeHolds=" + (state & EXCLUSIVE_MASK));
    } else {
      all.add("holds=" + state);
    }
    all.add("fair=" + type.endsWith("$FairSync"));
  }

  private static void state(Object resource, String name, List<String> all) {
    Long state = Synchronizers.stateOf(resource);
    if (state != null) {
      all.add(name + "=" + state);
    }
  }

  private static void phaser(Object resource, List<String> all) {
    if (resource.getClass() == Phaser.class) {
      Phaser phaser = (Phaser) resource;
      all.add("phase=" + phaser.getPhase());
      all.add("parties=" + phaser.getRegisteredParties());
      all.add("unarrived=" + phaser.getUnarrivedParties());
    }
  }

  private static void socket(Object resource, List<String> all) {
    if (resource instanceof Sockets.Wait wait) {
      all.add("descriptor=" + wait.descriptor());
      all.add("for=" + (wait.write() ? "write" : "read"));
      String addresses = Sockets.addresses(wait.descriptor());
      if (addresses != null) {
        all.add("address=" + addresses);
      }
    }
  }
}
