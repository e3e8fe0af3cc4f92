package io.pickglass.model;

import java.util.Arrays;

/**
 * Numbers in a row of bytes, small ones in few: seven bits to a byte, the lowest first, as protocol
 * buffers have them. Used by one thread.
 */
final class Packed {
  private static final int MORE = 0x80;
  private static final int BITS = 7;
  private static final int LONGEST = 10;

  private byte[] bytes;
  private int next;

  /** To be written. */
  Packed() {
    this(new byte[256]);
  }

  /** To be read from the beginning. */
  Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  /** As if it were new. */
  void clear() {
    next = 0;
  }

  /** Appends a number that is above zero as a rule. */
  void put(long number) {
    if (bytes.length - next < LONGEST) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long left = number;
    while ((left & -MORE) != 0) {
      bytes[next++] = (byte) (left | MORE);
      left >>>= BITS;
    }
    bytes[next++] = (byte) left;
  }

  /** The next number. */
  long get() {
    long number = 0;
    int shift = 0;
    while (bytes[next] < 0) {
      number |= (bytes[next++] & (MORE - 1L)) << shift;
      shift += BITS;
    }
    return number | (long) bytes[next++] << shift;
  }

  /** What was written. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, next);
  }

  /** Whether that is what was written. */
  boolean holds(byte[] other) {
    return Arrays.equals(bytes, 0, next, other, 0, other.length);
  }
}
