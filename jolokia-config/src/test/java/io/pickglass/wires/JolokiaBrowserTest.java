package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets an answer: programs on this machine, and no web page. */
class JolokiaBrowserTest extends WithJolokia {
  private static final String READ = "read/pickglass:type=Pickglass/TrackingMode";

  /** What a browser may send for a page, be it by a script, a script tag or a form. */
  static Stream<Map<String, String>> pages() throws Exception {
    return Stream.of(
        Map.of(),
        Map.of("Origin", "http://evil.example"),
        Map.of("Origin", "https://evil.example"),
        Map.of("Origin", "null"),
        Map.of("Origin", "http://127.0.0.1:8080"),
        Map.of("Origin", "http://pickglass"),
        Map.of("Referer", "http://evil.example/page"),
        Map.of("Referer", "http://evil.example/pickglass"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_gets_no_number_by_GET(Map<String, String> headers) throws Exception {
    assertRefused(jolokia.get(READ, headers));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_gets_no_number_by_a_script_tag(Map<String, String> headers) throws Exception {
    assertRefused(jolokia.get(READ + "?callback=steal", headers));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_gets_no_number_by_POST(Map<String, String> headers) throws Exception {
    String read = "{\"type\":\"read\",\"mbean\":\"pickglass:type=Pickglass\"}";
    assertRefused(jolokia.post(read, headers));
  }

  @Test
  void a_page_is_not_allowed_to_ask_first() throws Exception {
    HttpResponse<String> answer = jolokia.preflight("http://evil.example");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void a_program_that_says_our_origin_is_answered() throws Exception {
    assertThat(jolokia.get(READ)).containsEntry("value", "EXACT");
  }

  @Test
  void nobody_listens_on_other_interfaces() throws Exception {
    URI url = process.jolokiaUrl();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeFalse(others.isEmpty(), "this machine has the loopback interface only");
    assertThat(url.getHost()).isEqualTo("127.0.0.1");
    assertThat(others).allSatisfy(address -> assertClosed(address, url.getPort()));
  }

  private static void assertClosed(InetAddress address, int port) {
    assertThatThrownBy(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 5_000);
              }
            })
        .isInstanceOf(ConnectException.class);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.body()).contains("is not allowed to call this agent", "\"status\":403");
    assertThat(answer.body()).doesNotContain("EXACT");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }
}
