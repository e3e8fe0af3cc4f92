package io.pickglass.demo.trouble;

import io.pickglass.demo.database.ConnectionPool;
import java.time.Duration;

/** A pool that is too small: the load sends its users in bursts as long as this is on. */
public final class PoolTrouble extends Trouble {
  static final int CONNECTIONS = 2;

  // An embedded database answers too soon for two connections ever to be scarce.
  static final Duration ROUND_TRIP = Duration.ofMillis(10);

  private final ConnectionPool pool;

  PoolTrouble(ConnectionPool pool) {
    super(TroubleName.POOL);
    this.pool = pool;
  }

  @Override
  void turned(boolean nowOn) {
    pool.limit(nowOn ? CONNECTIONS : pool.size());
    pool.delay(nowOn ? ROUND_TRIP : Duration.ZERO);
  }
}
