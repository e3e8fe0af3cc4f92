package example;

/** What a program gives to its threads. */
public final class Tasks {
  /** Does nothing. */
  public static final Runnable NOTHING = () -> {};

  private Tasks() {}
}
