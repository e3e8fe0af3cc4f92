package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Completion;
import io.pickglass.repl.command.Session;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * Completes with what is known and asks the target for its monitors meanwhile, so that a key press
 * never waits for the network.
 */
final class CompleterOfCommands implements Completer {
  // Only there: to list a million tasks is work for the target.
  private static final Pattern TASK = Pattern.compile("(^|;)\\s*task\\s+\\S*$");

  private static final Pattern BEAN =
      Pattern.compile("(^|[;\\n])\\s*(mbeans|describe|get|set|invoke)\\s+(?<words>[^;\\n]*)$");
  // MBeans are asked for when they are wanted, so the first time waits; but never for long.
  private static final long PATIENCE_MILLIS = 400;

  private final Completion completion;
  private final Session session;
  private final AtomicBoolean asking = new AtomicBoolean();

  CompleterOfCommands(Completion completion, Session session) {
    this.completion = completion;
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String untilCursor = line.line().substring(0, line.cursor());
    Matcher bean = BEAN.matcher(untilCursor);
    if (bean.find()) {
      awaitAWhile(refresh(() -> session.known().refreshBeans(firstWords(bean.group("words")))));
    } else if (TASK.matcher(untilCursor).find()) {
      var _ = refresh(session.known()::refreshTasks);
    } else {
      var _ = refresh(session.known()::refreshNames);
    }
    for (Completion.Candidate c : completion.at(untilCursor)) {
      // A list goes on after a comma: no space is added then.
      boolean complete = !line.word().contains(",");
      @Nullable String description = c.description().isEmpty() ? null : c.description();
      candidates.add(new Candidate(c.value(), c.value(), null, description, null, null, complete));
    }
  }

  /** The MBean, once the word is done. */
  private static List<String> firstWords(String words) {
    int space = words.indexOf(' ');
    return space < 0 ? List.of() : List.of(words.substring(0, space));
  }

  private CountDownLatch refresh(Runnable question) {
    CountDownLatch answered = new CountDownLatch(1);
    if (!asking.compareAndSet(false, true)) {
      answered.countDown();
      return answered;
    }
    Thread.ofVirtual()
        .start(() -> {
          try {
            question.run();
          } finally {
            asking.set(false);
            answered.countDown();
          }
        });
    return answered;
  }

  private static void awaitAWhile(CountDownLatch answered) {
    try {
      boolean unused = answered.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
