package io.pickglass.demo.trouble;

import java.time.Duration;

/** A class whose initializer waits, as for a licence server: see {@link CarriersTrouble}. */
final class Plugin {
  static final Duration LOADING = Duration.ofSeconds(1);

  static {
    try {
      Thread.sleep(LOADING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the trouble was switched off: enough waited
    }
  }

  private Plugin() {}
}
