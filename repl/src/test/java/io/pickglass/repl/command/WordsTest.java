package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void semicolonsSeparateCommandsAndSpacesWords() {
    assertThat(Words.commands("monitors;  show orders ;tail a b"))
        .containsExactly(List.of("monitors"), List.of("show", "orders"), List.of("tail", "a", "b"));
  }

  @Test
  void quotesAndBackslashesKeepThemInAWord() {
    assertThat(Words.commands("show 'a; b' \"c d\" e\\;f g'h'i"))
        .containsExactly(List.of("show", "a; b", "c d", "e;f", "ghi"));
  }

  @Test
  void anEmptyWordCanBeQuoted() {
    assertThat(Words.commands("show ''")).containsExactly(List.of("show", ""));
  }

  @Test
  void emptyCommandsAndCommentsAreNothing() {
    assertThat(Words.commands("")).isEmpty();
    assertThat(Words.commands(" ;; ; ")).isEmpty();
    assertThat(Words.commands("# all; of this")).isEmpty();
    assertThat(Words.commands("show a#b # and this")).containsExactly(List.of("show", "a#b"));
  }

  @Test
  void anOpenQuoteIsSaid() {
    assertThatThrownBy(() -> Words.commands("show 'a"))
        .hasMessage("the quote ' in `show 'a` is not closed: add the second one");
  }

  @Test
  void theLastWordBeforeTheCursorIsBeingTypedAlsoWhenItIsEmpty() {
    assertThat(Words.beingTyped("monitors; show or")).containsExactly("show", "or");
    assertThat(Words.beingTyped("show ")).containsExactly("show", "");
    assertThat(Words.beingTyped("")).containsExactly("");
    assertThat(Words.beingTyped("a;")).containsExactly("");
  }

  @Test
  void theEndOfALineEndsACommandUnlessItGoesOn() {
    assertThat(Words.commands("a b\nc")).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(Words.commands("a \\\nb # c\nd")).containsExactly(List.of("a", "b"), List.of("d"));
    assertThat(Words.commands("a 'b\nc'")).containsExactly(List.of("a", "b\nc"));
    assertThat(List.of("a \\", "a 'b", "a \"b\nc", "a 'b\\")).allMatch(Words::goesOn);
    assertThat(List.of("", "a", "a \\\\", "a 'b'", "a # 'b", "a # b\\")).noneMatch(Words::goesOn);
  }

  /** What {@link WordsFuzz} asks of any line, of pieces that mean something. */
  @Test
  void noLineCrashesAndWhatCameOutGoesInAgain() {
    String[] pieces = {
      "show", " ", ";", "'", "\"", "\\", "#", "\n", "\t", "a b", "\ud83d", "\0", "''"
    };
    for (long seed = 0; seed < 100_000; seed++) {
      Random random = new Random(seed);
      StringBuilder line = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        line.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        new WordsFuzz().lines(line.toString().getBytes(StandardCharsets.UTF_8));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }
}
