package io.pickglass.monitor;

import java.util.stream.IntStream;

/** Lanes of carriers that this machine does not have. */
public final class ManyLanes {
  private ManyLanes() {}

  /** So many lanes, of the first carriers. */
  public static Lane[] of(int count) {
    return IntStream.range(0, count).mapToObj(Lane::new).toArray(Lane[]::new);
  }
}
