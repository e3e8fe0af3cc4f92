package io.pickglass.benchmarks.work;

import java.io.IOException;

/** A program that says that it is there, and waits for the end of its input, or for nothing. */
public final class Idle {
  /** The argument of one that ends at once. */
  static final String BRIEFLY = "briefly";

  private Idle() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    System.out.write('\n');
    System.out.flush();
    while (args.length == 0 && System.in.read() >= 0) {
      // Nobody says anything.
    }
  }
}
