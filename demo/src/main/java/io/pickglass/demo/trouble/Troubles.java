package io.pickglass.demo.trouble;

import io.pickglass.demo.database.ConnectionPool;
import java.util.List;

/** The switchboard: all troubles of one service. */
public final class Troubles implements AutoCloseable {
  private final CpuTrouble cpu = new CpuTrouble();
  private final LockTrouble lock = new LockTrouble();
  private final PoolTrouble pool;
  private final CarriersTrouble carriers = new CarriersTrouble();

  /** Troubles for a service with that pool; all are off. */
  public Troubles(ConnectionPool connections) {
    pool = new PoolTrouble(connections);
  }

  /** Long computations. */
  public CpuTrouble cpu() {
    return cpu;
  }

  /** A lock held too long. */
  public LockTrouble lock() {
    return lock;
  }

  /** A pool too small. */
  public PoolTrouble pool() {
    return pool;
  }

  /** All of them, in the order in which they are listed. */
  public List<Trouble> all() {
    return List.of(cpu, lock, pool, carriers);
  }

  /** The trouble of that name. */
  public Trouble get(TroubleName name) {
    return switch (name) {
      case CPU -> cpu;
      case LOCK -> lock;
      case POOL -> pool;
      case CARRIERS -> carriers;
    };
  }

  /** Turns all off; what waits because of them gets on. */
  @Override
  public void close() {
    all().forEach(trouble -> trouble.turn(false));
  }
}
