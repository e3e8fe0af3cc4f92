package io.pickglass.demo.trouble;

import io.pickglass.demo.database.ConnectionPool;
import java.util.List;

/** The switchboard: all troubles of one service. */
public final class Troubles implements AutoCloseable {
  private final CpuTrouble cpu = new CpuTrouble();
  private final GreedyTrouble greedy = new GreedyTrouble();
  private final LockTrouble lock = new LockTrouble();
  private final DeadlockTrouble deadlock = new DeadlockTrouble();
  private final PoolTrouble pool;
  private final CarriersTrouble carriers = new CarriersTrouble();
  private final ChattyTrouble chatty = new ChattyTrouble();
  private final RestlessTrouble restless = new RestlessTrouble();
  private final UnwatchedTrouble unwatched = new UnwatchedTrouble();
  private final DoormanTrouble doorman = new DoormanTrouble();

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

  /** Too many round trips. */
  public ChattyTrouble chatty() {
    return chatty;
  }

  /** A wait that is no wait. */
  public RestlessTrouble restless() {
    return restless;
  }

  /** Threads that nobody watches. */
  public UnwatchedTrouble unwatched() {
    return unwatched;
  }

  /** A queue that nobody watches. */
  public DoormanTrouble doorman() {
    return doorman;
  }

  /** All of them, in the order in which they are listed. */
  public List<Trouble> all() {
    return List.of(
        cpu, greedy, lock, deadlock, pool, carriers, chatty, restless, unwatched, doorman);
  }

  /** The trouble of that name. */
  public Trouble get(TroubleName name) {
    return switch (name) {
      case CPU -> cpu;
      case GREEDY -> greedy;
      case LOCK -> lock;
      case DEADLOCK -> deadlock;
      case POOL -> pool;
      case CARRIERS -> carriers;
      case CHATTY -> chatty;
      case RESTLESS -> restless;
      case UNWATCHED -> unwatched;
      case DOORMAN -> doorman;
    };
  }

  /** Turns all off; what waits because of them gets on. */
  @Override
  public void close() {
    all().forEach(trouble -> trouble.turn(false));
  }
}
