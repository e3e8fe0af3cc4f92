package io.pickglass.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever watched threads do, it is booked as they did it, and lived time = first-poll delay +
 * polls + scheduled + idle. {@code -Dprograms.seconds=300} looks for longer, {@code
 * -Dprograms.seed=…} looks again at what was found.
 */
class RandomProgramsTest {
  private static final int SECONDS = Integer.getInteger("programs.seconds", 6);
  private static final long SEED =
      Long.getLong("programs.seed", ThreadLocalRandom.current().nextLong());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void everyThreadIsBookedAsItRan(int carriers) {
    Properties seen =
        ChildJvm.run(
            List.of(
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-exports",
                "java.base/jdk.internal.vm=ALL-UNNAMED",
                "-Djdk.virtualThreadScheduler.parallelism=" + carriers),
            RandomPrograms.class,
            String.valueOf(SEED),
            String.valueOf(SECONDS));
    assertThat(seen.getProperty("failure")).isEmpty();
    assertThat(seen).containsEntry("mode", "EXACT").containsEntry("errors", "0");
    assertThat(number(seen, "programs")).isGreaterThan(10);
    assertThat(number(seen, "known")).isBetween(10L, number(seen, "threads") - 10);
    // Seen: one in 6,500 programs, on processors that four other builds used.
    assertThat(number(seen, "late")).isLessThan(2 + number(seen, "programs") / 50);
    assertThat(number(seen, "bookedNanos"))
        .isCloseTo(number(seen, "notedNanos"), Percentage.withPercentage(1));
  }

  private static long number(Properties seen, String name) {
    return Long.parseLong(seen.getProperty(name));
  }
}
