package io.pickglass.mxbean;

import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskStack;

/**
 * The tasks that live, and those that ended last, one by one. Served as {@code
 * pickglass:type=Tasks}.
 */
@Described("The tasks that live, and those that ended last, one by one.")
public interface TasksMXBean {
  /** How many live tasks are listed now, sections included. */
  @Described(value = "How many live tasks are listed now, sections included.", unit = "tasks")
  int getLiveCount();

  /** How many tasks were counted but never listed, as there was no place. */
  @Described(
      value = "How many tasks were counted but never listed, as there was no place.",
      unit = "tasks")
  long getUnlistedCount();

  /** How many live tasks may be listed. */
  @Described(value = "How many live tasks may be listed.", unit = "tasks")
  int getLiveLimit();

  /** Sets how many live tasks may be listed; those that are stay. */
  void setLiveLimit(int tasks);

  /** How many tasks are kept after they have ended. */
  @Described(value = "How many tasks are kept after they have ended.", unit = "tasks")
  int getEndedLimit();

  /** Sets how many are kept, from none to 1,000,000, and forgets those that are. */
  void setEndedLimit(int tasks);

  /** For how long tasks are kept after they have ended. */
  @Described(value = "For how long tasks are kept after they have ended.", unit = "nanoseconds")
  long getRetainNanos();

  /** Sets for how long tasks are kept after they have ended. */
  void setRetainNanos(long nanos);

  /** From how many polls on a task gets histograms of its own, as one does that is looked at. */
  @Described(
      value =
          "From how many polls on a task gets histograms of its own, as one does that is looked at;"
              + " 500 tasks at most.",
      unit = "polls")
  int getHistogramPolls();

  /** Sets from how many polls on; those that have histograms keep them. */
  void setHistogramPolls(int polls);

  /** The columns of a query, each as {@code name (type): help}. */
  @Described("The columns of a query, each as name (type): help.")
  String[] getColumns();

  /**
   * The tasks that a query asks for: {@code where busy > 5ms and name ~ GET sort busy desc limit
   * 50}, or {@code group location}. An empty one gives the 50 oldest.
   *
   * @throws IllegalArgumentException if it cannot be understood; says where, and what is possible
   */
  @Described(
      "The tasks that a query asks for: [where EXPRESSION] [sort COLUMN [asc|desc]]"
          + " [group COLUMN] [limit N] [offset N]. Changes nothing.")
  TaskList list(@Described("such as: where busy > 5ms sort idle limit 20") String query);

  /**
   * One task; its polls and waits are kept one by one from then on.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  @Described(
      "One task; from then on its polls and waits are kept one by one, as long as there is room.")
  TaskDetail detail(@Described("such as v123") String id);

  /**
   * What one task runs now. A virtual thread that waits tells no stack; it is not disturbed.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  @Described("What one task runs now; stops its thread for some microseconds.")
  TaskStack stack(@Described("such as v123") String id);

  /**
   * What is known of one task beyond its numbers.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  @Described("What is known of one task beyond its numbers: stack, slow polls, pinned waits.")
  TaskEvidence evidence(@Described("such as v123") String id);
}
