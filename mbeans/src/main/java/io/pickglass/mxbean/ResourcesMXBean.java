package io.pickglass.mxbean;

import io.pickglass.model.Contention;
import io.pickglass.model.Deadlock;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import java.util.List;

/**
 * What tasks wait for, who has it, and who waits for whom. Served as {@code
 * pickglass:type=Resources}. Nothing is kept for that as long as nobody asks.
 */
@Described("What tasks wait for, who has it, and who waits for whom.")
public interface ResourcesMXBean {
  /** How many threads that wait one answer may look at. */
  @Described(
      value = "How many threads that wait one answer may look at; each is held for some µs.",
      unit = "threads")
  int getLookLimit();

  /** Sets that; none is looked at with 0. */
  void setLookLimit(int threads);

  /** How many threads that wait have been looked at since the start. */
  @Described(
      value = "How many threads that wait have been looked at since the start.",
      unit = "threads")
  long getLookCount();

  /** For how long one of them could not have gone on, at most. */
  @Described(
      value = "For how long a thread that was looked at could not have gone on, at most.",
      unit = "nanoseconds")
  long getLongestHeldNanos();

  /** How many resources have an id. */
  @Described(value = "How many resources have an id.", unit = "resources")
  int getKnownCount();

  /** How many resources may have an id; of others the one that was shown longest ago loses it. */
  @Described(value = "How many resources may have an id.", unit = "resources")
  int getKnownLimit();

  /** What cannot be told in this JVM, and what to do about it. */
  @Described("What cannot be told in this JVM, and what to do about it.")
  String[] getLacks();

  /** The columns of a query, each as {@code name (type): help}. */
  @Described("The columns of a query, each as name (type): help.")
  String[] getColumns();

  /**
   * What tasks and threads wait for: {@code where kind = lock and waiters > 10 sort longest limit
   * 20}. An empty query gives the 50 for which most wait.
   *
   * @throws IllegalArgumentException if it cannot be understood; says where, and what is possible
   */
  @Described(
      "What tasks and threads wait for: [where EXPRESSION] [sort COLUMN [asc|desc]] [limit N]"
          + " [offset N].")
  ResourceList list(@Described("such as: where kind = lock sort longest limit 20") String query);

  /**
   * One resource, and who waits for it.
   *
   * @throws IllegalArgumentException if there is none of that id, or nobody waits for it now
   */
  @Described("One resource, and who waits for it.")
  ResourceDetail detail(@Described("such as r7") String id);

  /** Who waits for what somebody has, those that have waited longest first. */
  @Described("Who waits for what somebody has, those that have waited longest first.")
  List<Wait> waits(@Described("at most so many") int max);

  /** Those who wait for each other in a circle. */
  @Described("Those who wait for each other in a circle, with their stacks.")
  List<Deadlock> deadlocks();

  /**
   * For what one task waits.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  @Described("For what one task waits, who has that, and both stacks.")
  TaskWait ofTask(@Described("such as v123") String id);

  /** What was waited for longest while somebody looked. */
  @Described("What was waited for longest, and where, while somebody looked.")
  List<Contention> contention(@Described("at most so many") int max);
}
