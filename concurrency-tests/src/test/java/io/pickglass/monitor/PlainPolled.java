package io.pickglass.monitor;

/** A task whose fields are not final, so that who sees it too early sees nothing in them. */
final class PlainPolled implements Polled {
  private String monitor;
  private long since;

  PlainPolled(String monitor, long since) {
    this.monitor = monitor;
    this.since = since;
  }

  static String told(Polled polled) {
    return polled == null ? "nothing" : polled.monitorName() + " since " + polled.pollingSince();
  }

  @Override
  public String monitorName() {
    return monitor;
  }

  @Override
  public Thread virtualThread() {
    return null;
  }

  @Override
  public long pollingSince() {
    return since;
  }
}
