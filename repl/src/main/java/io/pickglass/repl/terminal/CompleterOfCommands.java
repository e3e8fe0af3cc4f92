package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Completion;
import io.pickglass.repl.command.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final Completion completion;
  private final Session session;
  private final AtomicBoolean asking = new AtomicBoolean();

  CompleterOfCommands(Completion completion, Session session) {
    this.completion = completion;
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    refresh();
    String untilCursor = line.line().substring(0, line.cursor());
    for (Completion.Candidate c : completion.at(untilCursor)) {
      // A list goes on after a comma: no space is added then.
      boolean complete = !line.word().contains(",");
      @Nullable String description = c.description().isEmpty() ? null : c.description();
      candidates.add(new Candidate(c.value(), c.value(), null, description, null, null, complete));
    }
  }

  private void refresh() {
    if (asking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              session.refreshKnownNames();
            } finally {
              asking.set(false);
            }
          });
    }
  }
}
