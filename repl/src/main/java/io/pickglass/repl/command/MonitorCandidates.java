package io.pickglass.repl.command;

import java.util.Iterator;

/** Completes the names of monitors. */
final class MonitorCandidates implements Iterable<String> {
  private final Session session;

  MonitorCandidates(Session session) {
    this.session = session;
  }

  @Override
  public Iterator<String> iterator() {
    return session.knownMonitors().iterator();
  }
}
