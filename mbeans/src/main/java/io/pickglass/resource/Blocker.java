package io.pickglass.resource;

import io.pickglass.model.ResourceKind;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * What an object is on which threads are parked, by its class. Locks and semaphores park them on an
 * object of their own inside: the class in which that is nested names it.
 *
 * @param kind what kind of thing it is
 * @param type how that is called
 * @param target its module and package
 */
record Blocker(ResourceKind kind, String type, String target) {
  static Blocker of(Object object) {
    Class<?> type = object.getClass();
    if (object instanceof AbstractQueuedSynchronizer.ConditionObject
        || object instanceof AbstractQueuedLongSynchronizer.ConditionObject) {
      return new Blocker(ResourceKind.CONDITION, "Condition", Types.target(type));
    }
    boolean foreign = type.getModule() == Object.class.getModule();
    String name = foreign ? Types.outer(type.getName()) : type.getName();
    return new Blocker(Api.kindOf(name), Types.simpleName(name), Types.target(type));
  }

  /**
   * Whether what was called is another thing, in which this one is hidden. Who was signalled still
   * wants the lock of his condition, and has called that.
   */
  boolean isPartOf(Source source) {
    return source.kind() != ResourceKind.OTHER
        && source.kind() != kind
        && !(kind == ResourceKind.LOCK && source.kind() == ResourceKind.CONDITION);
  }
}
