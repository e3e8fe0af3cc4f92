package io.pickglass.instrument;

/**
 * A Runnable that nobody watches, but that compares as its code does: in the queue of an executor
 * there may be watched ones, and there its code would not know what it is compared with.
 */
@SuppressWarnings("ComparableType") // compares with whatever is in the queue
record Unwatched(Runnable code, Comparable<?> comparable) implements Runnable, Comparable<Object> {
  /** For code that is Comparable. */
  static Unwatched of(Runnable code) {
    return new Unwatched(code, (Comparable<?>) code);
  }

  @Override
  public void run() {
    code.run();
  }

  // Not consistent with equals, which the queues of executors do not ask for.
  @Override
  public int compareTo(Object other) {
    return compare(comparable, other);
  }

  /** Compares the application's objects, whatever is around them. */
  @SuppressWarnings("unchecked") // what does not fit fails as it would without us
  static int compare(Comparable<?> one, Object other) {
    Object theirs =
        switch (other) {
          case OnePollTask task -> task.code();
          case Unwatched task -> task.code();
          default -> other;
        };
    return ((Comparable<Object>) one).compareTo(theirs);
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
