package io.pickglass.demo.trouble;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** One request in twenty computes for 300 ms and lets nobody else have its carrier meanwhile. */
public final class CpuTrouble extends Trouble {
  static final int ONE_IN = 20;
  static final Duration TIME = Duration.ofMillis(300);

  private static final int BLOCK = 1_000;

  private final AtomicLong requests = new AtomicLong();

  CpuTrouble() {
    super(TroubleName.CPU);
  }

  /** Computes, if it is this request's turn; the answer is how many primes were found. */
  public long perhapsCompute() {
    return isOn() && requests.getAndIncrement() % ONE_IN == 0 ? compute(TIME) : 0;
  }

  // Trial division: it neither waits nor allocates, and the virtual-thread scheduler preempts
  // nobody. It is bounded by time and not by work, so that it is as long on a fast machine.
  private long compute(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long primes = 0;
    for (long n = 2; isOn() && System.nanoTime() - end < 0; n += BLOCK) {
      for (long candidate = n; candidate < n + BLOCK; candidate++) {
        primes += isPrime(candidate) ? 1 : 0;
      }
    }
    return primes;
  }

  private static boolean isPrime(long n) {
    for (long divisor = 2; divisor * divisor <= n; divisor++) {
      if (n % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
