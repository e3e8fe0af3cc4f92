package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingTest {
  private static String sentence(String name) {
    Names names = new Names(List.of("orders", "users"), List.of("pool"));
    return Missing.sentence(new Console().session(), names, name, Subject.MONITOR);
  }

  @Test
  void theNearestIsAskedForAndOneOfTheOtherKindIsNamed() {
    assertThat(sentence("ordesr"))
        .isEqualTo(
            "the target has no monitor `ordesr`: did you mean `orders`? `monitors` lists all");
    assertThat(sentence("pool")).startsWith("the target has no monitor `pool`, but a runtime of");
  }

  @Test
  void oneThatIsListedAndDoesNotAnswerIsNew() {
    assertThat(sentence("orders"))
        .isEqualTo(
            "the target has no monitor `orders` that can be asked yet: it is new, and answers after"
                + " the next interval");
  }
}
