package io.pickglass.repl.top;

import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.Link;
import io.pickglass.repl.top.link.LinkEvent;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one loop: waits for a key, an answer or the next second, and draws.
 *
 * <p>Threads: what may hang is done by the {@link Link}; the terminal is read by the {@link
 * Screen}. Both only put events into the queue.
 */
public final class Top {
  private static final long TICK_MILLIS = 250;
  // More answers than keys can wait; more of either means that nobody draws any more.
  private static final int MOST_EVENTS = 10_000;

  private sealed interface Event {
    record Pressed(Key key) implements Event {}

    record Resized() implements Event {}

    record Told(LinkEvent event) implements Event {}
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(MOST_EVENTS);
  private final Screen screen;
  private final App app;
  private @Nullable Frame drawn;

  private Top(Screen screen, App app) {
    this.screen = screen;
    this.app = app;
  }

  /**
   * Shows the target until the user leaves; the terminal is then as it was, also after a failure.
   *
   * @param name how the target is called until it says that itself
   * @param retain how long ended tasks stay, in the target's language; empty for ever
   * @param connect finds the target; called again when it is lost
   */
  public static void run(Screen screen, String name, String retain, Supplier<Target> connect) {
    new Top(screen, new App(name, retain)).run(connect);
  }

  private void run(Supplier<Target> connect) {
    Thread restorer = new Thread(screen::close, "pickglass-top-restore");
    Runtime.getRuntime().addShutdownHook(restorer);
    try (Link link = new Link(connect, event -> tell(new Event.Told(event)))) {
      screen.open(key -> tell(new Event.Pressed(key)), () -> tell(new Event.Resized()));
      loop(link);
    } catch (InterruptedException e) {
      // Ctrl-C, where the terminal makes a signal of it.
    } finally {
      screen.close();
      forget(restorer);
    }
  }

  private static void forget(Thread restorer) {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(restorer);
    } catch (IllegalStateException e) {
      // The process is ending; it has run or will.
    }
  }

  private void tell(Event event) {
    boolean unused = events.offer(event);
  }

  private void loop(Link link) throws InterruptedException {
    Object topic = app.topic();
    link.ask(app.question(), app.period(), true);
    draw();
    while (!app.isLeft()) {
      Event event = events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      while (event != null) {
        take(event);
        event = events.poll();
      }
      draw();
      app.takeCopied().ifPresent(screen::copy);
      Object now = app.topic();
      link.ask(app.question(), app.period(), !now.equals(topic));
      topic = now;
    }
  }

  private void take(Event event) {
    switch (event) {
      case Event.Pressed(Key key) -> {
        if (key.is("Ctrl-L")) {
          redraw();
        } else {
          // The view's first line is line 0.
          app.press(new Key(key.name(), key.x(), key.y() - FrameView.TITLE));
        }
      }
      case Event.Resized() -> redraw();
      case Event.Told(LinkEvent told) -> app.take(told);
    }
  }

  private void redraw() {
    drawn = null;
    screen.redraw();
  }

  private void draw() {
    int width = screen.width();
    int height = screen.height();
    app.arrange(width, FrameView.height(app, width, height), screen.look());
    Frame frame =
        FrameView.draw(
            app, width, height, System.nanoTime(), ZoneId.systemDefault(), screen.look());
    if (!frame.equals(drawn)) {
      screen.draw(frame);
      drawn = frame;
    }
  }
}
