package io.pickglass.runtime;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How many sockets virtual threads wait on: the diagnostic command {@code Thread.vthread_pollers},
 * which answers in prose.
 *
 * <p>Threads: one asks, any reads what was answered last.
 */
final class SocketPollers {
  private static final String COMMAND = "threadVthreadPollers";

  // Not the master poller's, with which the others are registered themselves.
  private static final Pattern REGISTERED =
      Pattern.compile("(?m)^\\[\\d+].*\\[registered = (\\d+),");

  private static final long UNKNOWN = -1;

  private final @Nullable ObjectName commands = commandsOrNull();
  private volatile long count = UNKNOWN;
  private boolean silent;

  private static @Nullable ObjectName commandsOrNull() {
    try {
      return new ObjectName("com.sun.management:type=DiagnosticCommand");
    } catch (MalformedObjectNameException e) {
      return null;
    }
  }

  /** How many there were at the last question; -1 if there is no answer. */
  long count() {
    return count;
  }

  /** Asks, if there is anything to ask. */
  void ask(PlatformThreads threads) {
    if (silent || commands == null || count == 0 && !threads.arePollersThere()) {
      return;
    }
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      if (threads.arePollersThere()) {
        count = registered((String) server.invoke(commands, COMMAND, null, null));
      } else {
        // The command would start the pollers of a process that needs none.
        count = server.isRegistered(commands) ? 0 : UNKNOWN;
      }
    } catch (JMException | RuntimeException e) {
      // Another JVM, or one that forbids it: that does not change.
      silent = true;
      count = UNKNOWN;
    }
  }

  static long registered(String answer) {
    long sum = 0;
    for (Matcher poller = REGISTERED.matcher(answer); poller.find(); ) {
      sum += Long.parseLong(poller.group(1));
    }
    return sum;
  }
}
