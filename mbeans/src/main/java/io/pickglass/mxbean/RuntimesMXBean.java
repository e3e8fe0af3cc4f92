package io.pickglass.mxbean;

import io.pickglass.model.PinnedWait;
import java.util.Map;

/**
 * All runtimes that are watched, and how they are watched. Served as {@code
 * pickglass:type=Runtimes}.
 */
@Described("All runtimes that are watched, and how they are watched.")
public interface RuntimesMXBean {
  /** Their names as they stand in ObjectNames, sorted. */
  @Described("The names of all runtimes that are watched.")
  String[] getRuntimes();

  /** Of what kind each is, by name: {@code VIRTUAL_THREADS}, {@code FORK_JOIN_POOL}, … */
  @Described("Of what kind each runtime is, by name.")
  Map<String, String> getKinds();

  /** How many pools there may be, the JVM's own scheduler not counted. It never changes. */
  @Described(value = "How many pools there may be; further ones are not watched.", unit = "1")
  int getPoolLimit();

  /**
   * How many pools were not watched because of the limit. A rise means that the program makes pools
   * and neither shuts them down nor forgets them; it counts each request.
   */
  @Described(value = "How many pools were not watched because of the limit.", unit = "1")
  long getRefusedPoolCount();

  /**
   * Whether each runtime is asked once per interval how late a task would run; true at first. It
   * costs a runtime whose threads are all taken one task that does nothing per interval: that
   * stands in its own counts, and in its queue as long as it waits. A runtime with a free thread is
   * not asked. While it is off, {@code starvationNanos} is absent.
   */
  @Described(
      "Whether runtimes whose threads are all taken are given a task that does nothing per interval,"
          + " to see how late it runs.")
  boolean isStarvationProbes();

  /** Begins or ends to ask. */
  void setStarvationProbes(boolean on);

  /**
   * Whether carriers are asked how often they have parked; false at first. Of all other workers
   * that is known anyway.
   */
  @Described("Whether carriers are asked at each tick how often they have parked.")
  boolean isCarrierParks();

  /**
   * Begins or ends to ask them. Each tick, and each reading, then stops all threads of the JVM for
   * some ten microseconds: without that, a JVM of version 25.0.3 may crash when it is asked this of
   * a carrier, whoever asks.
   */
  void setCarrierParks(boolean on);

  /**
   * Whether Flight Recorder is listened to, which alone knows of virtual threads that kept their
   * carriers while they waited, and of those that could not be submitted; false at first. It tells
   * them some seconds after they have happened. While it is off, {@code pinnedCount}, {@code
   * pinnedNanos} and {@code submitFailedCount} are absent.
   */
  @Described(
      "Whether Flight Recorder is listened to, which tells seconds later of threads that were"
          + " pinned or could not be submitted.")
  boolean isFlightRecorder();

  /**
   * Begins or ends to listen. To begin starts Flight Recorder in the process, if nobody has: some
   * hundred milliseconds, some megabytes, and files in the directory for temporary ones.
   *
   * @throws UnsupportedOperationException where there is no Flight Recorder
   */
  void setFlightRecorder(boolean on);

  /**
   * The latest waits of 20 ms and more in which a virtual thread kept its carrier, with their
   * stacks and reasons, as Flight Recorder has told them since it is listened to: about a second
   * after each was over. 1,000 are kept, also when it is listened to no more.
   *
   * @param max at most so many, the latest; below 1 none
   */
  @Described("The latest waits in which a virtual thread kept its carrier, the oldest first.")
  PinnedWait[] pinnedWaits(@Described("At most so many.") int max);
}
