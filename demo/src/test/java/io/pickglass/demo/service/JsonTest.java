package io.pickglass.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void anObjectWithoutMembersIsEmpty() {
    assertThat(new Json()).hasToString("{}");
  }

  @Test
  void membersKeepTheirOrderAndType() {
    assertThat(new Json().put("n", 7).put("b", true).put("s", "x").put("o", new Json().put("a", 1)))
        .hasToString("{\"n\":7,\"b\":true,\"s\":\"x\",\"o\":{\"a\":1}}");
  }

  @Test
  void quotesBackslashesAndControlCharactersAreEscapedAndOtherScriptsAreNot() {
    assertThat(Json.quote("\"\\\n\t\u0001/é王🧵"))
        .isEqualTo("\"\\\"\\\\\\u000a\\u0009\\u0001/é王🧵\"");
  }
}
