package io.pickglass.repl.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line apart: commands are separated by {@code ;}, words by spaces, as in a shell. Quotes
 * ({@code '…'}, {@code "…"}) and a backslash keep both in a word; {@code #} in front of a word
 * begins a comment.
 */
public final class Words {
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote;

  private Words() {}

  /**
   * The commands of a line; empty ones are left out.
   *
   * @throws CommandFailure where a quote is not closed
   */
  public static List<List<String>> commands(String line) {
    Words words = new Words();
    words.read(line);
    if (words.quote != 0) {
      throw CommandFailure.usage(
          "the quote %c in `%s` is not closed: add the second one".formatted(words.quote, line));
    }
    words.endCommand();
    return words.commands;
  }

  /**
   * The words of the last command up to the cursor; the last one, perhaps empty, is being typed.
   */
  public static List<String> beingTyped(String untilCursor) {
    Words words = new Words();
    words.read(untilCursor);
    words.words.add(words.word.toString());
    return words.words;
  }

  private void read(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        i++;
        append(line.charAt(i));
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (c == '#' && !inWord) {
        return;
      } else if (c == ';') {
        endCommand();
      } else if (Character.isWhitespace(c)) {
        endWord();
      } else {
        append(c);
      }
    }
  }

  private void append(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
