package io.pickglass.conformance;

import io.pickglass.Await;
import java.util.function.Consumer;

/** Turns a switch off and on, again and again, until it is closed; then it is on. */
final class Turning implements AutoCloseable {
  private final Consumer<Boolean> onOff;
  private final Thread thread;
  private volatile boolean over;

  Turning(Consumer<Boolean> onOff) {
    this.onOff = onOff;
    this.thread = Thread.ofPlatform().daemon().start(this::run);
  }

  private void run() {
    while (!over) {
      onOff.accept(false);
      Thread.yield();
      onOff.accept(true);
      Thread.yield();
    }
  }

  @Override
  public void close() {
    over = true;
    Await.end(thread);
  }
}
