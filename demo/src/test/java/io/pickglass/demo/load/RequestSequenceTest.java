package io.pickglass.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.demo.load.LoadRequest.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestSequenceTest {
  @Test
  void theSameSeedGivesTheSameRequests() {
    assertThat(first(1_000, 42)).isEqualTo(first(1_000, 42));
  }

  @Test
  void anotherSeedGivesOtherRequests() {
    assertThat(first(1_000, 42)).isNotEqualTo(first(1_000, 43));
  }

  @Test
  void ofAHundredRequestsAboutSeventyCreateTwentyFiveGreetAndFiveAreBad() {
    var byKind =
        first(10_000, 7).stream()
            .collect(Collectors.groupingBy(LoadRequest::kind, Collectors.counting()));

    assertThat(byKind.get(Kind.CREATE)).isBetween(6_850L, 7_150L);
    assertThat(byKind.get(Kind.GREET)).isBetween(2_350L, 2_650L);
    assertThat(byKind.get(Kind.BAD)).isBetween(430L, 570L);
  }

  @Test
  void badRequestsAreOfEveryKindOfRefusal() {
    assertThat(first(2_000, 42))
        .filteredOn(request -> request.kind() == Kind.BAD)
        .extracting(LoadRequest::status)
        .contains(400, 404, 405, 413);
  }

  private static List<LoadRequest> first(int count, long seed) {
    return Stream.generate(new RequestSequence(seed)::next).limit(count).toList();
  }
}
