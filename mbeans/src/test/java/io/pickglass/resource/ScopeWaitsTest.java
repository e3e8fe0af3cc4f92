package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Who joins a scope waits for the tasks of that scope, each for his own. */
class ScopeWaitsTest {
  // The preview that the program is written for; a later one may have other names.
  private static final int WRITTEN_FOR = 25;

  @Test
  void eachScopeThatIsJoinedHasARowOfItsOwn() throws Exception {
    assumeTrue(
        Runtime.version().feature() == WRITTEN_FOR,
        "StructuredTaskScope is a preview, and the program is written for that of JDK 25");
    Path program =
        Path.of(Objects.requireNonNull(getClass().getResource("ScopeWaits.java")).toURI());
    Properties printed =
        ChildJvm.run(
            List.of(
                "--enable-preview",
                "--source",
                String.valueOf(WRITTEN_FOR),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-opens",
                "java.base/jdk.internal.vm=ALL-UNNAMED"),
            program.toString());
    String row =
        "1 scope StructuredTaskScopeImpl StructuredTaskScopeImpl.join"
            + " ScopeWaits.lambda$joining$N(ScopeWaits.java:N)";
    assertThat(printed)
        .isEqualTo(
            Map.of("virtual.0", row, "virtual.1", row, "platform.0", row, "platform.1", row));
  }
}
