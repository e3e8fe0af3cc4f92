package io.pickglass.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.programs.Step.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static List<Program> some(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> Program.random(random)).limit(500).toList();
  }

  private static Stream<Kind> kinds(Program program) {
    return program.threads().stream().flatMap(List::stream).map(Step::kind);
  }

  @Test
  void aSeedGivesTheSameProgramsAgainAndTheyHaveEverything() {
    assertThat(some(1)).isEqualTo(some(1)).isNotEqualTo(some(2));
    assertThat(some(1).stream().flatMap(ProgramTest::kinds)).contains(Kind.values());
    assertThat(some(1).stream().map(Program::heldMicros)).contains(0).anyMatch(held -> held > 0);
    assertThat(some(1).stream().map(program -> program.threads().size()))
        .contains(1, 2, 3, 4, 5, 6);
    assertThat(kinds(Program.ofEverything())).containsExactly(Kind.values());
  }

  @Test
  void aFailingProgramIsShrunkToWhatFails() {
    Program failing =
        some(1).stream()
            .filter(program -> yields(program) && parks(program) && program.heldMicros() > 0)
            .findFirst()
            .orElseThrow();
    Program smallest = failing.shrunk(program -> yields(program) && parks(program));
    assertThat(smallest.heldMicros()).isZero();
    assertThat(kinds(smallest)).containsExactlyInAnyOrder(Kind.YIELD, Kind.PARK);
    assertThat(smallest.threads()).hasSizeLessThanOrEqualTo(2).doesNotContain(List.of());
  }

  private static boolean yields(Program program) {
    return kinds(program).anyMatch(kind -> kind == Kind.YIELD);
  }

  private static boolean parks(Program program) {
    return kinds(program).anyMatch(kind -> kind == Kind.PARK);
  }

  @Test
  void aProgramCanBeRead() {
    List<Step> first = Arrays.asList(Kind.YIELD.lasting(0), Kind.SLEEP.lasting(17));
    assertThat(new Program(3, List.of(first, List.of())))
        .hasToString(
            """
            while they start no carrier is free (3 µs)
            thread 0: yields, sleeps (17 µs)
            thread 1: does nothing\
            """);
  }
}
