package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.PreviewProgram;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Who joins a scope waits for the tasks of that scope, each for his own. */
class ScopeWaitsTest {
  @Test
  void eachScopeThatIsJoinedHasARowOfItsOwn() throws Exception {
    Properties printed =
        PreviewProgram.run(getClass(), "ScopeWaits.java", "java.lang", "jdk.internal.vm");
    String row =
        "1 scope StructuredTaskScopeImpl StructuredTaskScopeImpl.join"
            + " ScopeWaits.lambda$joining$N(ScopeWaits.java:N)";
    assertThat(printed)
        .isEqualTo(
            Map.of("virtual.0", row, "virtual.1", row, "platform.0", row, "platform.1", row));
  }
}
