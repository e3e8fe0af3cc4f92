package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void digitsAreAProcess() {
    assertThat(Address.parse("4711")).isEqualTo(new Address.Process(4711));
  }

  @Test
  void aWordIsAPartOfAProgramsName() {
    assertThat(Address.parse("demo.Main")).isEqualTo(new Address.Program("demo.Main"));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:9010, service:jmx:rmi:///jndi/rmi://localhost:9010/jmxrmi",
    "10.0.0.7:1, service:jmx:rmi:///jndi/rmi://10.0.0.7:1/jmxrmi",
    "[::1]:9010, service:jmx:rmi:///jndi/rmi://[::1]:9010/jmxrmi",
    "service:jmx:rmi:///jndi/rmi://h:1/x, service:jmx:rmi:///jndi/rmi://h:1/x",
  })
  void hostAndPortOrAServiceUrlAreJmx(String text, String url) {
    assertThat(Address.parse(text))
        .isInstanceOfSatisfying(Address.Jmx.class, jmx -> assertThat(jmx.url()).hasToString(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:8778, http://h:8778/jolokia/",
    "http://h:8778/, http://h:8778/jolokia/",
    "http://h:8778/jolokia, http://h:8778/jolokia/",
    "https://h/manage/jolokia/, https://h/manage/jolokia/",
    "http://me:secret@h:1, http://me:secret@h:1/jolokia/",
  })
  void aWebAddressIsJolokiaAndThePathMayBeLeftOut(String text, String uri) {
    assertThat(Address.parse(text)).isEqualTo(new Address.Jolokia(URI.create(uri)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "host:",
        "host:x",
        "host:0",
        "host:65536",
        "host:99999999999",
        "http://",
        "http://a b",
        "service:jmx",
        "/path",
        "1234567890123456789012"
      })
  void anythingElseIsRefusedWithTheFormsThatAre(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(TargetException.class)
        .hasMessageStartingWith("`" + text + "` is no target")
        .hasMessageContaining("host:port (JMX)");
  }
}
