package io.pickglass.mxbean;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.StackCount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;

/** Slow polls are the same behind a wire. */
class SlowPollShapeTest {
  private static SlowPoll poll(String id) {
    return new SlowPoll(
        "orders", id, "order-7", "carrier", 1, 2, 3, 4, "native", List.of("a", "b"), "because");
  }

  private static final SlowPollReport REPORT =
      new SlowPollReport(
          "orders",
          5,
          poll("v6"),
          poll("x7"),
          List.of(
              new StackCount(8, 9, 10, 11, "waiting", List.of("c")),
              new StackCount(12, 13, 14, 15, "unknown", List.of())),
          16);

  /** As Jolokia writes it: objects, lists, and no types. */
  private static Object json(Object value) {
    return switch (value) {
      case null -> null;
      case CompositeData data -> {
        Map<String, Object> object = new LinkedHashMap<>();
        data.getCompositeType().keySet().forEach(key -> object.put(key, json(data.get(key))));
        yield object;
      }
      case Object[] array -> Arrays.stream(array).map(SlowPollShapeTest::json).toList();
      default -> value;
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(CompositeData data) {
    return (Map<String, Object>) json(data);
  }

  @Test
  void aReportComesBackFromACompositeAndFromJson() {
    CompositeData composite = SlowPollShape.toComposite(REPORT);
    assertThat(SlowPollShape.fromComposite(composite)).isEqualTo(REPORT);
    assertThat(SlowPollShape.fromMap(object(composite))).isEqualTo(REPORT);
  }

  @Test
  void aMonitorWithoutSlowPollsHasNoneInEither() {
    CompositeData composite = SlowPollShape.toComposite(SlowPollReport.none("orders"));
    assertThat(composite.get("last")).isNull();
    assertThat(SlowPollShape.fromComposite(composite)).isEqualTo(SlowPollReport.none("orders"));
    assertThat(SlowPollShape.fromMap(object(composite))).isEqualTo(SlowPollReport.none("orders"));
  }

  @Test
  void whatAnotherVersionLacksIsEmpty() {
    assertThat(SlowPollShape.fromMap(Map.of("last", Map.of("verdict", "mixed"))))
        .isEqualTo(
            new SlowPollReport(
                "",
                -1,
                new SlowPoll("", "", "", "", -1, -1, -1, -1, "mixed", List.of(), ""),
                null,
                List.of(),
                -1));
  }

  @Test
  void asManyStacksAreToldAsAreWanted() {
    assertThat(REPORT.withStacks(1).stacks()).containsExactly(REPORT.stacks().getFirst());
    assertThat(REPORT.withStacks(-1).stacks()).isEmpty();
    assertThat(REPORT.withStacks(100)).isEqualTo(REPORT);
  }
}
