package io.pickglass.repl.terminal;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.top.Screen;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.input.KeyDecoder;
import io.pickglass.repl.view.Symbols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The other screen of the prompt's terminal. Only lines that have changed are written.
 *
 * <p>Threads: a thread reads keys until it is closed. Who ends the process may close it at the same
 * time as who leaves; the first does it.
 */
public final class FullScreen implements Screen {
  private static final String MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
  private static final String MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";
  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";
  private static final long LOOK_MILLIS = 100;
  private static final int DEFAULT_WIDTH = 80;
  private static final int DEFAULT_HEIGHT = 24;

  private final Terminal terminal;
  private final Palette palette;
  private final Look look;
  private volatile boolean open;
  private @Nullable Attributes before;
  private @Nullable SignalHandler beforeInterrupt;
  private @Nullable SignalHandler beforeResize;
  private @Nullable Thread reader;
  private String leave = "";
  private List<String> shown = new ArrayList<>();

  FullScreen(Terminal terminal, Colours colours, Symbols symbols) {
    this.terminal = terminal;
    this.palette = new Palette(colours);
    this.look = Look.of(symbols);
  }

  /** That of this process, which ends with it. */
  public static Screen ofThisProcess(Config config) {
    try {
      Terminal terminal = Terminals.openForScreen();
      TerminalOutput output = new TerminalOutput(terminal, config);
      return new FullScreen(terminal, output.colours(), output.symbols());
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be opened", e);
    }
  }

  @Override
  public synchronized void open(Consumer<Key> keys, Runnable resized) {
    open = true;
    leave = MOUSE_OFF + WRAP_ON + text(Capability.cursor_normal) + text(Capability.exit_ca_mode);
    before = terminal.enterRawMode();
    beforeInterrupt = terminal.handle(Signal.INT, _ -> keys.accept(Key.of("Ctrl-C")));
    beforeResize = terminal.handle(Signal.WINCH, _ -> resized.run());
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.writer().write(WRAP_OFF + MOUSE_ON);
    terminal.flush();
    shown = new ArrayList<>();
    reader = Thread.ofPlatform().daemon().name("pickglass-top-keys").start(() -> read(keys));
  }

  private String text(Capability capability) {
    String text = terminal.getStringCapability(capability);
    return text == null ? "" : Curses.tputs(text);
  }

  /** In short waits, so that nothing that is typed after the end is taken from the prompt. */
  private void read(Consumer<Key> keys) {
    KeyDecoder decoder = new KeyDecoder(millis -> terminal.reader().read(millis));
    try {
      while (open) {
        Key key = decoder.next(LOOK_MILLIS);
        if (!key.name().isEmpty()) {
          keys.accept(key);
        }
        if (key.equals(Key.END)) {
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The terminal is lost, or closed.
    } finally {
      // Whatever it was: who is not heard any more could not leave.
      if (open) {
        keys.accept(Key.END);
      }
    }
  }

  @Override
  public int width() {
    return size(terminal::getWidth, DEFAULT_WIDTH);
  }

  @Override
  public int height() {
    return size(terminal::getHeight, DEFAULT_HEIGHT);
  }

  private static int size(IntSupplier told, int unknown) {
    try {
      int size = told.getAsInt();
      return size > 0 ? size : unknown;
    } catch (IllegalStateException e) {
      return unknown; // closed
    }
  }

  @Override
  public Look look() {
    return look;
  }

  @Override
  public synchronized void draw(Frame frame) {
    if (open) {
      unlessClosed(() -> drawChanged(frame));
    }
  }

  private void drawChanged(Frame frame) {
    List<String> lines = frame.rows().stream().map(palette::ansi).toList();
    for (int y = 0; y < lines.size(); y++) {
      if (y >= shown.size() || !lines.get(y).equals(shown.get(y))) {
        terminal.puts(Capability.cursor_address, y, 0);
        terminal.writer().write(lines.get(y));
        if (frame.rows().get(y).width() < frame.width()) {
          terminal.puts(Capability.clr_eol);
        }
      }
    }
    terminal.flush();
    shown = lines;
  }

  @Override
  public synchronized void redraw() {
    if (open) {
      unlessClosed(() -> terminal.puts(Capability.clear_screen));
      shown = new ArrayList<>();
    }
  }

  @Override
  public synchronized void copy(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    unlessClosed(() -> {
      terminal.writer().write("\u001b]52;c;" + encoded + "\u0007");
      terminal.flush();
    });
  }

  @Override
  public void close() {
    Thread reading;
    synchronized (this) {
      if (!open) {
        return;
      }
      open = false;
      if (!unlessClosed(this::giveBack)) {
        // All but this has been given back already.
        System.out.print(leave);
        System.out.flush();
      }
      reading = reader;
    }
    if (reading != null && reading != Thread.currentThread()) {
      awaitEnd(reading);
    }
  }

  /**
   * Does that, unless the terminal is closed: JLine closes it when the process ends, at the same
   * time as we do.
   */
  private static boolean unlessClosed(Runnable write) {
    try {
      write.run();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void giveBack() {
    restore();
    terminal.writer().write(leave);
    terminal.flush();
  }

  private void restore() {
    if (before != null) {
      terminal.setAttributes(before);
    }
    if (beforeInterrupt != null) {
      terminal.handle(Signal.INT, beforeInterrupt);
    }
    if (beforeResize != null) {
      terminal.handle(Signal.WINCH, beforeResize);
    }
  }

  private static void awaitEnd(Thread reading) {
    boolean interrupted = Thread.interrupted();
    try {
      reading.join(5 * LOOK_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
