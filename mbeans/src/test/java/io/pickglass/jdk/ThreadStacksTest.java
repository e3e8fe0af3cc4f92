package io.pickglass.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadStacksTest {
  private volatile boolean over;
  private volatile long sum;

  private void computesHere(CountDownLatch begun) {
    begun.countDown();
    while (!over) {
      sum++;
    }
  }

  private static List<String> methods(StackTraceElement[] frames) {
    return Arrays.stream(frames).map(StackTraceElement::getMethodName).toList();
  }

  private static void awaitItComputes(Thread thread) {
    Await.until(
        "it has said that it has begun",
        () -> methods(ThreadStacks.of(thread)).getFirst().equals("computesHere"));
  }

  @Test
  void theStackOfARunningVirtualThreadEndsWithItsOwnBeginning() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread = Thread.ofVirtual().start(() -> computesHere(begun));
    begun.await();
    try {
      assertThat(ThreadStacks.problem()).isNull();
      awaitItComputes(thread);
      assertThat(methods(ThreadStacks.of(thread)).getLast()).isEqualTo("run");
      Thread carrier = ThreadStacks.carrierOf(thread);
      assertThat(carrier).isNotNull();
      assertThat(ThreadStacks.of(carrier)).isEmpty();
    } finally {
      over = true;
    }
    Await.end(thread);
    assertThat(ThreadStacks.of(thread)).isEmpty();
    assertThat(ThreadStacks.carrierOf(thread)).isNull();
  }

  @Test
  void anUnmountedThreadIsLeftAlone() {
    Thread thread = Thread.ofVirtual().unstarted(LockSupport::park);
    assertThat(ThreadStacks.of(thread)).isEmpty();
    thread.start();
    Await.state(thread, Thread.State.WAITING);
    assertThat(ThreadStacks.of(thread)).isEmpty();
    LockSupport.unpark(thread);
    Await.end(thread);
  }

  @Test
  void platformThreadsHaveTheirs() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread = Thread.ofPlatform().start(() -> computesHere(begun));
    begun.await();
    awaitItComputes(thread);
    over = true;
    Await.end(thread);
    assertThat(ThreadStacks.of(thread)).isEmpty();
  }

  @Test
  void theirFramesKeepNoClassLoader() {
    // As the JDK's own: computed, so that nothing but names is left in them.
    StackTraceElement[] own = ThreadStacks.of(Thread.currentThread());
    assertThat(own[0].toString()).startsWith("java.base/").doesNotContain("null");
  }
}
