package io.pickglass.repl.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line apart: commands are separated by {@code ;} and by the ends of lines, words by
 * spaces, as in a shell. Quotes ({@code '…'}, {@code "…"}) and a backslash keep both in a word;
 * {@code #} in front of a word begins a comment.
 */
public final class Words {
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote;
  private boolean comment;

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
          "the quote %c in `%s` is not closed: add the second one"
              .formatted(words.quote, line.lines().findFirst().orElse(line)));
    }
    words.endCommand();
    return words.commands;
  }

  /** Whether what is typed goes on in the next line: a quote is open, or it ends in a backslash. */
  public static boolean goesOn(String line) {
    Words words = new Words();
    words.read(line);
    int backslashes = line.length() - line.replaceFirst("\\\\+$", "").length();
    return words.quote != 0 || !words.comment && backslashes % 2 == 1;
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
        // A line that ends so goes on in the next.
        if (line.charAt(i) != '\n') {
          append(line.charAt(i));
        }
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
        int end = line.indexOf('\n', i);
        if (end < 0) {
          comment = true;
          return;
        }
        i = end;
        endCommand();
      } else if (c == ';' || c == '\n') {
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
