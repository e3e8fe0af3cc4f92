package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.io.PrintStream;

/** Plain text: the answer to one stream, all else to another. */
public final class StreamOutput implements Output {
  private final PrintStream out;
  private final PrintStream err;
  private final int width;
  private final Symbols symbols;

  /** Writes in the charset of {@code out}. */
  public StreamOutput(PrintStream out, PrintStream err, int width) {
    this(out, err, width, false);
  }

  /** The same, perhaps without any character that is not ASCII. */
  public StreamOutput(PrintStream out, PrintStream err, int width, boolean ascii) {
    this.out = out;
    this.err = err;
    this.width = width;
    this.symbols = ascii ? Symbols.ASCII : Symbols.in(out.charset());
  }

  @Override
  public void line(Line line) {
    out.println(line.text());
    out.flush(); // who follows a stream wants each line as it comes
  }

  @Override
  public void note(String sentence) {
    err.println(sentence);
  }

  @Override
  public void error(String sentence) {
    err.println(sentence);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public Symbols symbols() {
    return symbols;
  }

  @Override
  public boolean isClosed() {
    return out.checkError();
  }
}
