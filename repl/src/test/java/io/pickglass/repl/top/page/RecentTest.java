package io.pickglass.repl.top.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<String> recent = new Recent<>();

  @Test
  void atAMomentTheLastAnswerBeforeItIsKnownUnlessThatIsLongAgo() {
    recent.add(100_000, "first");
    recent.add(101_000, "second");
    assertThat(recent.at(99_999)).isEmpty();
    assertThat(recent.at(100_999)).contains("first");
    assertThat(recent.at(161_000)).contains("second");
    assertThat(recent.at(161_001)).isEmpty();
    assertThat(recent.at(0)).contains("second");
  }

  @Test
  void theFirstThatCameGoesFirstWhateverItTellsOf() {
    for (int i = 0; i < Recent.MOST; i++) {
      recent.add(1_000_000 + i, "then");
    }
    recent.add(500, "long ago");
    assertThat(recent.at(500)).contains("long ago");
    assertThat(recent.at(1_000_000)).isEmpty();
    assertThat(recent.at(1_000_001)).contains("then");
  }
}
