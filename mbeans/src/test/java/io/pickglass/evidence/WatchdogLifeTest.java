package io.pickglass.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.ChildJvm;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watchdog's thread comes with the sampler and goes with it. */
@Timeout(120)
class WatchdogLifeTest {
  @ParameterizedTest
  @ValueSource(strings = {"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dclosed"})
  void itStartsAndStopsWithTheLibraryAndKeepsNoProcessAlive(String option) {
    // Closed, no poll of a virtual thread is seen; those of pools are, and tell their stacks.
    assertThat(ChildJvm.run(List.of(option), EvidenceProgram.class))
        .isEqualTo(
            Map.of(
                "daemon", "true",
                "thread", "books",
                "verdict", "waiting",
                "seenThere", "true",
                "afterStop", "0",
                "afterSecondStart", "1",
                "internalErrors", "0"));
  }

  @Test
  void whatItThrowsEndsNothing() {
    List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
    Registry registry =
        new Registry(
            () -> {
              throw new IllegalStateException("on purpose");
            },
            new Epoch(),
            () -> true,
            10);
    WatchdogThread thread =
        new WatchdogThread(() -> new Watchdog(registry, new SlowPolls(), errors::add), errors::add);
    thread.start();
    Await.until("it has looked again and again", () -> errors.size() > 5);
    assertThat(thread.isAlive()).isTrue();
    thread.stop();
    Await.until("it has ended", () -> !thread.isAlive());
    assertThat(errors).allMatch(error -> error.getMessage().equals("on purpose"));
  }
}
