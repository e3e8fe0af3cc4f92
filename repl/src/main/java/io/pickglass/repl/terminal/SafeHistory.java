package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Secrets;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** A memory of lines that forgets passwords before anything is written. */
final class SafeHistory extends DefaultHistory {
  @Override
  public void add(Instant time, String line) {
    if (Secrets.isFitForHistory(line)) {
      super.add(time, Secrets.hidden(line));
    }
  }
}
