package io.pickglass.monitor;

/** The lanes of three carriers, for tests in which the threads of a race stand for carriers. */
public final class Carriers {
  public static final Lane A = new Lane(0);
  public static final Lane B = new Lane(1);
  public static final Lane C = new Lane(2);

  private Carriers() {}
}
