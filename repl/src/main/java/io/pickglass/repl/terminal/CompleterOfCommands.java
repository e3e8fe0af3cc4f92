package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Completion;
import io.pickglass.repl.command.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
    refresh(TASK.matcher(untilCursor).find());
    for (Completion.Candidate c : completion.at(untilCursor)) {
      // A list goes on after a comma: no space is added then.
      boolean complete = !line.word().contains(",");
      @Nullable String description = c.description().isEmpty() ? null : c.description();
      candidates.add(new Candidate(c.value(), c.value(), null, description, null, null, complete));
    }
  }

  private void refresh(boolean tasks) {
    if (asking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              if (tasks) {
                session.refreshKnownTasks();
              } else {
                session.refreshKnownNames();
              }
            } finally {
              asking.set(false);
            }
          });
    }
  }
}
