package io.pickglass.mxbean;

import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter now with tasks and runtimes, and what was. Served as {@code
 * pickglass:type=Warnings}.
 *
 * <p>Notifications: {@value #RAISED} and {@value #CLEARED}, with the summary as their message and
 * the {@link Warning} as a composite in their user data. They are sent by a thread of their own; a
 * listener that does not return loses those that come meanwhile, and nothing else waits for it.
 */
@Described("What is the matter now with tasks and runtimes, and what was.")
public interface WarningsMXBean {
  /** The type of a notification of a warning that was raised. */
  String RAISED = "pickglass.warning.raised";

  /** The type of a notification of a warning that was cleared. */
  String CLEARED = "pickglass.warning.cleared";

  /** How many warnings are active. */
  @Described(value = "How many warnings are active.", unit = "1")
  int getActiveCount();

  /** Of the active ones, those of level critical. */
  @Described(value = "Of the active warnings, those of level critical.", unit = "1")
  int getCriticalCount();

  /** The active ones, what has been the matter longest first. */
  @Described("The active warnings, what has been the matter longest first.")
  List<Warning> getActive();

  /**
   * The latest that were cleared.
   *
   * @param max at most so many
   * @return the oldest first
   */
  @Described("The latest warnings that were cleared, the oldest first.")
  List<Warning> history(@Described("at most so many") int max);

  /** The warning of that number, active or among the latest that were cleared; null if none is. */
  @Described("The warning of that number, active or among the latest that were cleared.")
  @Nullable Warning warning(@Described("as it stands in a warning") long number);

  /** How many are kept after they were cleared. */
  @Described(value = "How many warnings are kept after they were cleared.", unit = "1")
  int getHistoryLimit();

  /** How many were cleared and are kept no more. */
  @Described(value = "How many warnings were cleared and are kept no more.", unit = "1")
  long getForgottenCount();

  /** How many were raised since the start. */
  @Described(value = "How many warnings were raised since the start.", unit = "1")
  long getRaisedCount();

  /** How many may be active. */
  @Described(value = "How many warnings may be active.", unit = "1")
  int getActiveLimit();

  /** How often one was not raised because of that limit; at each look anew. */
  @Described(value = "How often a warning was not raised because of the limit.", unit = "1")
  long getRefusedCount();

  /** All rules: when they warn, from which threshold on, and what to do then. */
  @Described("All rules: when they warn, from which threshold on, and what to do then.")
  List<WarningRule> getRules();

  /**
   * Sets from which value on a rule warns, from the next look on.
   *
   * @throws IllegalArgumentException if there is no such rule, or the threshold is none
   */
  @Described(value = "Sets from which value on a rule warns.", changes = true)
  void setThreshold(
      @Described("such as long-poll") String rule,
      @Described("such as 250ms or 60%") String threshold);

  /**
   * Sets how much a rule matters; one that is off is not looked for, and its warnings are cleared.
   *
   * @throws IllegalArgumentException if there is no such rule or level
   */
  @Described(value = "Sets how much a rule matters, or switches it off.", changes = true)
  void setLevel(
      @Described("such as long-poll") String rule,
      @Described("off, info, warning or critical") String level);

  /** What is the matter with one task, a sentence each; nothing if it has ended. */
  @Described("What is the matter with one task, a sentence each.")
  List<String> ofTask(@Described("such as v123") String id);

  /** The time from one look to the next. */
  @Described(
      value = "The time from one look to the next, if looks are quick.",
      unit = "milliseconds")
  long getLookMillis();

  /** Sets it, from 10 ms to an hour. */
  void setLookMillis(long millis);

  /**
   * The time from one look to the next as it is now: 49 times what a look takes, if that is more.
   */
  @Described(
      value =
          "The time from one look to the next as it is now: so much that looks take 2 % of one"
              + " processor at most.",
      unit = "nanoseconds")
  long getPauseNanos();

  /** How often was looked. */
  @Described(value = "How often was looked.", unit = "1")
  long getLookCount();

  /** What the last look took of a processor. */
  @Described(value = "What the last look took of a processor.", unit = "nanoseconds")
  long getCostNanos();

  /** What all looks took of a processor. */
  @Described(value = "What all looks took of a processor.", unit = "nanoseconds")
  long getTotalCostNanos();

  /** How many notifications were not sent to a listener, as too many were waiting. */
  @Described(
      value = "How many notifications were not sent to a listener, as too many were waiting.",
      unit = "1")
  long getDroppedNotificationCount();
}
