package io.pickglass.demo.trouble;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every trouble there is: its name on the command line, and what a user would see of it. */
public enum TroubleName {
  /** See {@link CpuTrouble}. */
  CPU(
      "Some greetings compute for 300 ms without waiting once: root has slow polls, and everything"
          + " else is ready but must wait for a carrier."),
  /** See {@link GreedyTrouble}. */
  GREEDY(
      "Every few seconds a report is computed in one go on a virtual thread: reports has a single"
          + " poll a task, of two and a half seconds, and one carrier is gone as long."),
  /** See {@link LockTrouble}. */
  LOCK(
      "Every new user passes one lock that is held during a slow call: users.route is idle, and"
          + " one task at a time gets on."),
  /** See {@link DeadlockTrouble}. */
  DEADLOCK(
      "A booking and a refund lock two accounts in different order: ledger has tasks that are idle"
          + " for ever, sixty behind the two, and one that waits for somebody who has gone."),
  /** See {@link PoolTrouble}. */
  POOL(
      "Two connections are left, the database is far away and users come fifty at once:"
          + " users.insert is idle, waiting for the pool."),
  /** See {@link CarriersTrouble}. */
  CARRIERS(
      "Every few seconds plug-ins are loaded whose class initializers wait: plugins has polls of"
          + " one second, and meanwhile no other task runs at all: virtual-threads is busy without"
          + " using a processor, has a queue, and is starved."),
  /** See {@link ChattyTrouble}. */
  CHATTY(
      "Every new user is looked up in fifty lists, with a round trip to each: users.insert has"
          + " fifty polls and fifty waits a task, all of them short."),
  /** See {@link RestlessTrouble}. */
  RESTLESS(
      "Greetings wait for 10 ms by asking again and again whether they are over: root has"
          + " thousands of polls a task, and each wakes itself for the next."),
  /** See {@link UnwatchedTrouble}. */
  UNWATCHED(
      "Requests run on threads that no monitor made: http stands still, and the sections on these"
          + " threads have one poll each with all their waits in it."),
  /** See {@link DoormanTrouble}. */
  DOORMAN(
      "A doorman lets requests in one by one before their tasks begin: callers wait for seconds,"
          + " every monitor says that all is well, and only the runtime doorman has a queue.");

  private final String sentence;

  TroubleName(String sentence) {
    this.sentence = sentence;
  }

  /** The name as people write it: {@code cpu}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a user would see. */
  public String sentence() {
    return sentence;
  }

  /** The trouble of that {@linkplain #label() label}. */
  public static Optional<TroubleName> labelled(String label) {
    return Arrays.stream(values()).filter(name -> name.label().equals(label)).findFirst();
  }

  /** All labels, for sentences. */
  public static String labels() {
    return Arrays.stream(values()).map(TroubleName::label).collect(Collectors.joining(", "));
  }
}
