package io.pickglass.repl.terminal;

import io.pickglass.repl.jshell.SnippetReader;
import io.pickglass.repl.jshell.Snippets;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads snippets; what is complete, and what fits where, JShell says. */
final class SnippetTyping implements SnippetReader {
  private static final String PROMPT = "jshell> ";

  private final Terminal terminal;
  private @Nullable Snippets shell;
  private @Nullable LineReader reader;

  SnippetTyping(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public @Nullable String read(Snippets present) {
    shell = present;
    LineReader typing = reader();
    while (true) {
      try {
        return typing.readLine(PROMPT);
      } catch (UserInterruptException e) {
        // Ctrl-C while typing drops the line.
      } catch (EndOfFileException e) {
        return null;
      }
    }
  }

  /** The same each time: it remembers what was typed. */
  private LineReader reader() {
    LineReader made = reader;
    if (made == null) {
      made =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(this::parse)
              .completer((editor, line, candidates) -> complete(editor, line, candidates))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .variable(LineReader.BELL_STYLE, "none")
              .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   ...> ")
              .build();
      reader = made;
    }
    return made;
  }

  private ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
    Snippets present = shell;
    if (context == Parser.ParseContext.ACCEPT_LINE
        && present != null
        && !line.startsWith("/")
        && present.goesOn(line)) {
      throw new EOFError(-1, -1, "the snippet goes on", "more");
    }
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
      start--;
    }
    return new Word(line, cursor, start);
  }

  private void complete(LineReader editor, ParsedLine line, List<Candidate> candidates) {
    Snippets present = shell;
    String untilCursor = line.line().substring(0, line.cursor());
    if (present == null || untilCursor.startsWith("/")) {
      for (String command : List.of("exit", "help", "reset", "vars")) {
        candidates.add(whole(command));
      }
      return;
    }
    if (untilCursor.stripTrailing().endsWith("(") || untilCursor.stripTrailing().endsWith(",")) {
      List<String> told = present.documentation(line.line(), line.cursor());
      if (!told.isEmpty()) {
        editor.printAbove(String.join("\n", told));
        return;
      }
    }
    int start = line.cursor() - line.wordCursor();
    Snippets.Completions found = present.complete(line.line(), line.cursor());
    for (String word : found.words()) {
      // JShell may replace more or less than the word that the editor sees.
      int gap = found.from() - start;
      if (gap >= 0) {
        candidates.add(whole(line.word().substring(0, Math.min(gap, line.word().length())) + word));
      } else if (word.length() >= -gap) {
        candidates.add(whole(word.substring(-gap)));
      }
    }
  }

  private static Candidate whole(String text) {
    return new Candidate(text, text, null, null, null, null, false);
  }

  /** A line as far as completion is concerned: the word at the cursor, taken as it is. */
  private record Word(String line, int cursor, int start) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return new ArrayList<>(List.of(word()));
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }
  }
}
