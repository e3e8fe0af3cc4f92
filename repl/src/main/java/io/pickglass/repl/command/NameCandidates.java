package io.pickglass.repl.command;

import java.util.Iterator;

/** Completes the names of monitors and runtimes. */
final class NameCandidates implements Iterable<String> {
  private final Session session;

  NameCandidates(Session session) {
    this.session = session;
  }

  @Override
  public Iterator<String> iterator() {
    return Named.candidates(session.known().names()).iterator();
  }
}
