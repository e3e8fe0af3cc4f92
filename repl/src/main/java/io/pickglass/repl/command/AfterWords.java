package io.pickglass.repl.command;

import java.util.Iterator;
import java.util.List;

/** Candidates that depend on the words before: the attributes of the MBean that was named. */
interface AfterWords extends Iterable<String> {
  /** What may follow these arguments of the command. */
  List<String> after(List<String> arguments);

  @Override
  default Iterator<String> iterator() {
    return after(List.of()).iterator();
  }
}
