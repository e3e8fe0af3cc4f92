package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.List;

/** A session that remembers what it wrote. */
final class Console implements Output {
  private final List<String> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private int rings;
  private final Session session = new Session(this);
  private final Commands commands = new Commands(session);

  int run(String line) {
    return Script.runLine(session, commands, line);
  }

  Session session() {
    return session;
  }

  Commands commands() {
    return commands;
  }

  List<String> lines() {
    return lines;
  }

  List<String> notes() {
    return notes;
  }

  List<String> errors() {
    return errors;
  }

  @Override
  public void line(Line line) {
    lines.add(line.text());
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public void error(String sentence) {
    errors.add(sentence);
  }

  int rings() {
    return rings;
  }

  @Override
  public void ring() {
    rings++;
  }

  @Override
  public int width() {
    return 120;
  }

  @Override
  public Symbols symbols() {
    return Symbols.UNICODE;
  }

  @Override
  public boolean isClosed() {
    return false;
  }
}
