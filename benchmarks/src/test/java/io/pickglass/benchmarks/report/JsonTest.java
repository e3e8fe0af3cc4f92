package io.pickglass.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.benchmarks.row.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JsonTest {
  @Test
  void aRowIsOneObject() {
    assertThat(Json.line(Samples.DIFFERENCE))
        .isEqualTo(
            """
            {"row":"P1","what":"yield poll of a virtual thread, one carrier","unit":"ns",\
            "beside":"PLAIN","plain":151.0,"who":"WATCHED","watched":212.0,"difference":61.5,\
            "min":58.2,"median":61.5,"max":66.0,"aim":"≤ 65 ns","met":true,"noisy":true}\
            """);
  }

  @Test
  void whatIsNotThereIsNull() {
    assertThat(Json.line(Samples.WITHOUT_AIM)).contains("\"aim\":null,\"met\":null");
    assertThat(Json.line(Samples.AMOUNT)).contains("\"plain\":null", "\"amount\":4.0");
  }

  @ParameterizedTest
  @FieldSource("io.pickglass.benchmarks.report.Samples#ALL")
  void whatWasWrittenCanBeRead(Result result) {
    assertThat(Json.result(Json.line(result))).contains(result);
  }

  @Test
  void aRowThatIsNoMoreIsLeftOut() {
    assertThat(Json.result("{\"row\":\"P99\"}")).isEmpty();
  }
}
