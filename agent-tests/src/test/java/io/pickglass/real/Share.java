package io.pickglass.real;

/** How many tasks a server makes of requests. */
enum Share {
  EACH("a task per request"),
  ONE_OR_TWO("one or two tasks per request"),
  // The next request may be there before a task has ended, and an end of a connection is one, too.
  ABOUT("about a task per request"),
  CONNECTION("a task per connection");

  private final String shown;

  Share(String shown) {
    this.shown = shown;
  }

  boolean fits(long tasks, int requests, int connections) {
    return switch (this) {
      case EACH -> tasks == requests;
      case ONE_OR_TWO -> tasks >= requests && tasks <= 2L * requests;
      case ABOUT -> tasks > requests / 4 && tasks <= requests + 2L * connections;
      case CONNECTION -> tasks == connections;
    };
  }

  @Override
  public String toString() {
    return shown;
  }
}
