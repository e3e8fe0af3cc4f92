package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;

/** An output that repeats no password in what it says of what was typed. */
record Discreet(Output output) implements Output {
  @Override
  public void line(Line line) {
    output.line(line);
  }

  @Override
  public void note(String sentence) {
    output.note(Secrets.hidden(sentence));
  }

  @Override
  public void error(String sentence) {
    output.error(Secrets.hidden(sentence));
  }

  @Override
  public void progress(String text) {
    output.progress(Secrets.hidden(text));
  }

  @Override
  public void ring() {
    output.ring();
  }

  @Override
  public int width() {
    return output.width();
  }

  @Override
  public Symbols symbols() {
    return output.symbols();
  }

  @Override
  public boolean isClosed() {
    return output.isClosed();
  }
}
