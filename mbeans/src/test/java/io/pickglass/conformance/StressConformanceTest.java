package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import java.util.List;
import java.util.Properties;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T24: 100,000 threads, on 2 and on 8 carriers, counted exactly. */
class StressConformanceTest {
  private static final String THREADS = "100000";

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void t24_nothingIsLostOrInvented(int carriers) {
    Properties printed =
        ChildJvm.run(
            List.of(
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Xmx1g",
                "-Djdk.virtualThreadScheduler.parallelism=" + carriers),
            Stress.class,
            THREADS);
    Books all = new Books(printed, "");
    Books mixed = new Books(printed, "mixed.");
    Books parks = new Books(printed, "parks.");
    assertThat(all.get("errors")).isZero();
    for (Books books : List.of(mixed, parks)) {
      assertThat(books.get("endedCount")).isEqualTo(books.get("instrumentedCount"));
      assertThat(books.get("firstPollCount")).isEqualTo(books.get("instrumentedCount"));
      assertThat(books.get("failedCount") + books.get("liveCount")).isZero();
      assertThat(
              books.get("runningCount")
                  + books.get("scheduledNowCount")
                  + books.get("idleNowCount"))
          .isZero();
      assertThat(books.get("pollCount"))
          .isEqualTo(books.get("firstPollCount") + books.get("scheduledCount"));
      assertThat(books.parts()).isEqualTo(books.get("lifetimeNanos"));
    }
    assertThat(mixed.get("instrumentedCount")).isEqualTo(all.get("threads"));
    assertThat(mixed.get("selfWakeCount")).isEqualTo(all.get("yields"));
    assertThat(parks.get("instrumentedCount")).isEqualTo(all.get("parkThreads"));
    assertThat(parks.get("scheduledCount")).isEqualTo(all.get("handshakes"));
    assertThat(parks.get("selfWakeCount")).isZero();
    assertThat(mixed.get("lifetimeNanos") - mixed.get("firstPollDelayNanos"))
        .isCloseTo(all.get("livedNanos"), Percentage.withPercentage(1));
    assertThat(mixed.get("idleNanos")).isGreaterThan((long) (all.get("sleptNanos") * 0.9));
  }

  private record Books(Properties printed, String prefix) {
    long get(String name) {
      return Long.parseLong(printed.getProperty(prefix + name));
    }

    long parts() {
      return get("firstPollDelayNanos")
          + get("pollNanos")
          + get("scheduledNanos")
          + get("idleNanos");
    }
  }
}
