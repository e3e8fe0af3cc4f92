package io.pickglass.programs;

import java.util.SplittableRandom;

/** One thing that a thread of a {@link Program} does, and how long it does it. */
record Step(Kind kind, int micros) {
  /** What a thread can do. The text says it of the thread. */
  enum Kind {
    YIELD("yields", 0),
    SPIN("spins", 300),
    SLEEP("sleeps", 3_000),
    PARK("parks for a time", 3_000),
    WAIT("waits for a time", 3_000),
    UNPARK_ITSELF("unparks itself", 0),
    INTERRUPT_ITSELF("interrupts itself and sleeps", 0),
    HANDSHAKE("parks, is seen and unparked", 2_000),
    QUEUE("parks, is seen and unparked while no carrier is free", 3_000),
    EXPIRE("sleeps until no carrier is free", 3_000),
    INTERRUPT("sleeps, is seen and interrupted", 2_000),
    NOTIFY("waits, is seen and notified", 2_000),
    LOCK("wants a lock that is held", 2_000),
    MONITOR("wants a monitor that is held", 2_000),
    SHARED_LOCK("spins under a lock that all use", 200),
    SHARED_MONITOR("spins under a monitor that all use", 200),
    THROW("throws", 0);

    private final String text;
    private final int mostMicros;

    Kind(String text, int mostMicros) {
      this.text = text;
      this.mostMicros = mostMicros;
    }

    /** Whether a thread may wait in it for anything but a carrier. */
    boolean mayIdle() {
      return mayQueue() && this != YIELD;
    }

    /** Whether a thread may leave its carrier in it. */
    boolean mayQueue() {
      return switch (this) {
        case SPIN, UNPARK_ITSELF, INTERRUPT_ITSELF, THROW -> false;
        default -> true;
      };
    }

    Step lasting(int micros) {
      return new Step(this, micros);
    }

    Step random(SplittableRandom random) {
      return lasting(mostMicros == 0 ? 0 : random.nextInt(1, mostMicros + 1));
    }
  }

  static Step random(SplittableRandom random) {
    Kind[] kinds = Kind.values();
    return kinds[random.nextInt(kinds.length)].random(random);
  }

  long nanos() {
    return micros * 1_000L;
  }

  @Override
  public String toString() {
    return kind.mostMicros == 0 ? kind.text : kind.text + " (" + micros + " µs)";
  }
}
