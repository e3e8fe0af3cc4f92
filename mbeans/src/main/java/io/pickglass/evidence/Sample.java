package io.pickglass.evidence;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.StackCount;
import io.pickglass.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One look into a running poll. The frames are kept as the JVM gives them, which share their names;
 * strings are made of them for who asks.
 *
 * @param pollStart when the poll began, by the clock of its monitor
 */
record Sample(
    String monitor,
    String taskId,
    String taskName,
    String threadName,
    long pollStart,
    long startedMillis,
    long runningNanos,
    long cpuNanos,
    long observedNanos,
    Verdict verdict,
    List<StackTraceElement> stack,
    String noStackReason) {
  /** So many frames of a stack are kept, the innermost ones. */
  static final int MAX_DEPTH = 64;

  // A loop is at another line each time, and often in another small method: only what is called by
  // what counts, and that not to the outermost frames, which are the same for all tasks of a kind.
  private static final int COMPARED_DEPTH = 16;

  /** That stack, without its outermost frames if it is very deep. */
  static List<StackTraceElement> cut(StackTraceElement[] stack) {
    return List.of(stack.length <= MAX_DEPTH ? stack : Arrays.copyOf(stack, MAX_DEPTH));
  }

  /** What samples of the same code have in common. */
  List<String> code() {
    List<String> code = new ArrayList<>(COMPARED_DEPTH);
    for (StackTraceElement frame : stack.subList(0, Math.min(COMPARED_DEPTH, stack.size()))) {
      code.add(frame.getClassName() + '.' + frame.getMethodName());
    }
    return code;
  }

  /** When the look was. */
  long atMillis() {
    return startedMillis + runningNanos / 1_000_000;
  }

  /** For readers. */
  SlowPoll slowPoll() {
    return new SlowPoll(
        monitor,
        taskId,
        taskName,
        threadName,
        startedMillis,
        runningNanos,
        cpuNanos,
        observedNanos,
        verdict.text(),
        frames(),
        noStackReason);
  }

  /** For readers: the last one of so many in the same code. */
  StackCount stackCount(long pollCount, long totalNanos, long longestNanos) {
    return new StackCount(
        pollCount, totalNanos, longestNanos, atMillis(), verdict.text(), frames());
  }

  private List<String> frames() {
    return stack.stream().map(StackTraceElement::toString).toList();
  }
}
