package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.jdk.WaitLook;
import io.pickglass.jdk.WaitingThreads;
import io.pickglass.model.TaskMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Threads that are looked at all the while they wait go on as if nobody looked: no wake is lost, no
 * poll is invented. Two of them hand each other a turn, thousands of times, by every means there
 * is; one lost wake, and the test does not end.
 */
@Timeout(120)
class LooksAreHarmlessTest {
  private static final int PAIRS = 20;
  private static final int TURNS = 2_000;

  /** How two threads hand over a turn. */
  enum HandOver {
    PARK {
      @Override
      void play(Pair pair, int own) throws InterruptedException {
        for (int i = 0; i < TURNS; i++) {
          while (pair.turn != own) {
            LockSupport.park();
          }
          pair.turn = 1 - own;
          LockSupport.unpark(pair.threads[1 - own]);
        }
      }
    },
    TIMED_PARK {
      @Override
      void play(Pair pair, int own) {
        for (int i = 0; i < TURNS; i++) {
          while (pair.turn != own) {
            LockSupport.parkNanos(100_000);
          }
          pair.turn = 1 - own;
          LockSupport.unpark(pair.threads[1 - own]);
        }
      }
    },
    MONITOR {
      @Override
      void play(Pair pair, int own) throws InterruptedException {
        for (int i = 0; i < TURNS; i++) {
          synchronized (pair) {
            while (pair.turn != own) {
              pair.wait();
            }
            pair.turn = 1 - own;
            pair.notifyAll();
          }
        }
      }
    },
    TIMED_MONITOR {
      @Override
      void play(Pair pair, int own) throws InterruptedException {
        for (int i = 0; i < TURNS; i++) {
          synchronized (pair) {
            while (pair.turn != own) {
              pair.wait(1);
            }
            pair.turn = 1 - own;
            pair.notifyAll();
          }
        }
      }
    },
    QUEUE {
      @Override
      void play(Pair pair, int own) throws InterruptedException {
        for (int i = 0; i < TURNS; i++) {
          if (own == 0) {
            pair.there.put(i);
            pair.back.take();
          } else {
            pair.there.take();
            pair.back.put(i);
          }
        }
      }
    };

    abstract void play(Pair pair, int own) throws InterruptedException;
  }

  /** Two threads, and what they have in common. */
  private static final class Pair {
    final Thread[] threads = new Thread[2];
    final BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
    final BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
    volatile int turn;
  }

  private final TaskMonitor monitor = Pickglass.monitor("looked-at");

  private List<Pair> start(BiConsumer<Pair, Integer> play) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      Pair pair = new Pair();
      for (int own = 0; own < 2; own++) {
        int which = own;
        pair.threads[own] = monitor.threadFactory().newThread(() -> play.accept(pair, which));
      }
      pairs.add(pair);
    }
    pairs.forEach(pair -> {
      pair.threads[0].start();
      pair.threads[1].start();
    });
    return pairs;
  }

  @ParameterizedTest
  @EnumSource
  void noWakeIsLost(HandOver how) {
    List<Pair> pairs =
        start((pair, own) -> {
          try {
            how.play(pair, own);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    AtomicBoolean over = new AtomicBoolean();
    LongAdder looks = new LongAdder();
    Thread looking =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                for (Pair pair : pairs) {
                  for (Thread each : pair.threads) {
                    WaitLook look = WaitingThreads.of(each);
                    if (look != null) {
                      looks.increment();
                      assertThat(look.stack()).isNotEmpty();
                    }
                  }
                }
              }
            });
    pairs.forEach(pair -> List.of(pair.threads).forEach(Await::end));
    over.set(true);
    Await.end(looking);
    assertThat(looks.sum()).isPositive();
  }

  @Test
  void noPollIsInventedAndNoneIsMissed() {
    TaskMetrics before = monitor.cumulative();
    AtomicInteger returned = new AtomicInteger();
    // Parks of which each ends by one unpark, which comes only after the thread is parked.
    Thread parked =
        monitor
            .threadFactory()
            .newThread(() -> {
              while (returned.get() < TURNS) {
                LockSupport.park();
                returned.incrementAndGet();
              }
            });
    parked.start();
    int looks = 0;
    for (int i = 0; i < TURNS; i++) {
      while (WaitingThreads.of(parked) == null) {
        Thread.onSpinWait();
      }
      looks++;
      LockSupport.unpark(parked);
      int turn = i;
      while (returned.get() == turn) {
        Thread.onSpinWait();
      }
    }
    Await.end(parked);
    TaskMetrics after = monitor.cumulative();
    assertThat(looks).isEqualTo(TURNS);
    assertThat(after.get(TaskMetric.POLL_COUNT) - before.get(TaskMetric.POLL_COUNT))
        .isEqualTo(TURNS + 1);
    assertThat(after.get(TaskMetric.IDLE_COUNT) - before.get(TaskMetric.IDLE_COUNT))
        .isEqualTo(TURNS);
  }
}
