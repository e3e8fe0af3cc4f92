package io.pickglass.monitor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An array that grows by being replaced as a whole, without a lock: under a lock a virtual thread
 * could change its carrier between finding its lane and writing there.
 */
final class Growing<A> {
  private static final VarHandle ARRAY;

  static {
    try {
      ARRAY = MethodHandles.lookup().findVarHandle(Growing.class, "array", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile A array;

  Growing(A first) {
    this.array = first;
  }

  /** The array as it is now; nobody may make it longer but by {@link #replace}. */
  A get() {
    return array;
  }

  /** Puts a longer array in the place of that one; false if another thread was faster. */
  boolean replace(A known, A longer) {
    return ARRAY.compareAndSet(this, known, longer);
  }
}
