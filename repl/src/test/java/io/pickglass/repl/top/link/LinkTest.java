package io.pickglass.repl.top.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.target.TargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LinkTest {
  private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();

  @Test
  void itTriesAgainByItselfAndSaysWhen() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    long before = System.nanoTime();
    try (Link link =
        new Link(
            () -> {
              attempts.incrementAndGet();
              throw new TargetException(TargetException.Kind.UNREACHABLE, "nobody is there");
            },
            events::add)) {
      link.ask((_, _) -> () -> {}, Duration.ofSeconds(1), true);
      List<LinkEvent> first = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        first.add(events.take());
      }
      assertThat(first.get(0)).isEqualTo(new LinkEvent.Connecting());
      assertThat(first.get(1)).isInstanceOf(LinkEvent.Lost.class);
      LinkEvent.Lost lost = (LinkEvent.Lost) first.get(1);
      assertThat(lost.why()).isEqualTo("nobody is there");
      assertThat(lost.retryNanos() - before).isGreaterThanOrEqualTo(500_000_000L);
      assertThat(first.get(2)).isEqualTo(new LinkEvent.Connecting());
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(500_000_000L);
      assertThat(attempts).hasValueGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void closingWaitsForNobodyThatHangs() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Link link =
        new Link(
            () -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              throw new TargetException(TargetException.Kind.UNREACHABLE, "it hangs");
            },
            events::add);
    asked.await();
    link.close();
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(events).containsExactly(new LinkEvent.Connecting());
  }
}
