package io.pickglass.repl.terminal;

import io.pickglass.repl.command.Words;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Lets a line go on in the next one while a quote is open, or after a backslash. */
final class CommandParser extends DefaultParser {
  CommandParser() {
    // What is open is for us to say.
    setEofOnUnclosedQuote(false);
    setEofOnEscapedNewLine(false);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && Words.goesOn(line)) {
      throw new EOFError(-1, -1, "the line goes on", "more");
    }
    return super.parse(line, cursor, context);
  }
}
