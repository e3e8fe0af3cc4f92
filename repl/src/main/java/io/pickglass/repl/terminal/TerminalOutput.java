package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Output;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.Key;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Paragraph;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.Tone;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** Writes to the terminal; tones become colours where these are wanted. */
final class TerminalOutput implements Output {
  private static final String ERASE_REST = "\u001b[K";

  private final Terminal terminal;
  private final Symbols symbols;
  private final Colours colours;
  private final boolean isDumb;
  private String progress = "";

  TerminalOutput(Terminal terminal, Config config) {
    this.terminal = terminal;
    this.isDumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    boolean ascii = config.get(Key.ASCII).value().equals(true);
    this.symbols = ascii ? Symbols.ASCII : Symbols.in(terminal.encoding());
    Integer known = terminal.getNumericCapability(Capability.max_colors);
    this.colours =
        Colours.of(
            config.get(Key.COLOURS).text(),
            System.getenv(),
            terminal.getType(),
            known == null ? 0 : known);
  }

  @Override
  public void line(Line line) {
    progress("");
    terminal
        .writer()
        .println(
            line.marks().isEmpty() ? colours.paint(line.text(), style(line.tone())) : marked(line));
    terminal.flush();
  }

  @Override
  public void note(String sentence) {
    sentence(sentence, style(Tone.NOTE));
  }

  @Override
  public void error(String sentence) {
    sentence(sentence, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));
  }

  @Override
  public void progress(String text) {
    if (isDumb || text.isEmpty() && progress.isEmpty()) {
      return;
    }
    // One column less than there are: a full line would wrap, and no longer be one.
    progress = symbols.fit(text, width() - 1);
    terminal.writer().print("\r" + colours.paint(progress, style(Tone.NOTE)) + ERASE_REST);
    if (text.isEmpty()) {
      terminal.writer().print("\r");
    }
    terminal.flush();
  }

  @Override
  public void ring() {
    if (!isDumb) {
      terminal.writer().print('\u0007');
      terminal.flush();
    }
  }

  @Override
  public int width() {
    int width = terminal.getWidth();
    return width > 0 ? width : 80; // a terminal that does not know says 0
  }

  @Override
  public Symbols symbols() {
    return symbols;
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  Colours colours() {
    return colours;
  }

  private static AttributedStyle style(Tone tone) {
    return switch (tone) {
      case PLAIN -> AttributedStyle.DEFAULT;
      case HEADER -> AttributedStyle.BOLD;
      case NOTE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
      case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    };
  }

  private void sentence(String sentence, AttributedStyle style) {
    Paragraph.of(sentence, "", width()).forEach(line -> write(line, style));
  }

  private String marked(Line line) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    int at = 0;
    for (Line.Mark mark : line.marks()) {
      text.append(line.text().substring(at, mark.from()), style(line.tone()));
      text.append(line.text().substring(mark.from(), mark.to()), style(mark.tone()));
      at = mark.to();
    }
    text.append(line.text().substring(at), style(line.tone()));
    return colours.paint(text.toAttributedString());
  }

  private void write(String text, AttributedStyle style) {
    progress("");
    terminal.writer().println(colours.paint(text, style));
    terminal.flush();
  }
}
