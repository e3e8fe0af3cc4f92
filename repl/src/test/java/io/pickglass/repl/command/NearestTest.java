package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("monitors", "show", "tail", "diff", "connect");

  @Test
  void oneSlipIsForgiven() {
    assertThat(Nearest.to("montors", KNOWN)).containsExactly("monitors");
    assertThat(Nearest.to("tial", KNOWN)).containsExactly("tail");
    assertThat(Nearest.to("SHOW", KNOWN)).containsExactly("show");
  }

  @Test
  void aBeginningIsEnough() {
    assertThat(Nearest.to("mon", KNOWN)).containsExactly("monitors");
  }

  @Test
  void somethingElseIsNotGuessed() {
    assertThat(Nearest.to("frobnicate", KNOWN)).isEmpty();
    assertThat(Nearest.question("frobnicate", KNOWN)).isEmpty();
  }

  @Test
  void equallyNearWordsAreAllNamed() {
    assertThat(Nearest.question("a", List.of("ab", "ac", "xyz")))
        .isEqualTo("did you mean `ab` or `ac`? ");
  }
}
