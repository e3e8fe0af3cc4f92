package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jolokia.json.JSONObject;
import org.junit.jupiter.api.Test;

/** A request with a `target` asks the agent to connect to another JVM. It must not. */
class JolokiaProxyTest {
  private static final Map<String, ?> READ =
      Map.of("type", "read", "mbean", "java.lang:type=Runtime", "attribute", "Uptime");

  @Test
  void the_agent_connects_nowhere() throws Exception {
    try (WatchedProcess process = WatchedProcess.withJolokia();
        JolokiaClient jolokia = new JolokiaClient(process.jolokiaUrl());
        ServerSocket target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      JSONObject answer = jolokia.post(proxied(target));
      // Not refused: the agent passes over the target and answers for its own JVM.
      assertThat(answer).containsEntry("status", 200L);
      target.setSoTimeout(300);
      assertThatThrownBy(target::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** The counter-test: without our configuration it does, and this test would see it. */
  @Test
  void the_agent_as_it_comes_connects_wherever_it_is_told_to() throws Exception {
    String asItComes = "-javaagent:%s=port=0,host=127.0.0.1".formatted(WatchedProcess.JOLOKIA);
    try (WatchedProcess process = WatchedProcess.start(List.of(WatchedProcess.OPEN, asItComes));
        JolokiaClient jolokia = new JolokiaClient(process.jolokiaUrl());
        ServerSocket target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      target.setSoTimeout((int) Await.DEADLINE.toMillis());
      CompletableFuture<Void> request = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              jolokia.post(proxied(target));
            } catch (Exception e) {
              // The target hangs up, so an answer is not expected.
            } finally {
              request.complete(null);
            }
          });
      try (Socket connection = target.accept()) {
        assertThat(connection.isConnected()).isTrue();
      }
      target.close();
      request.join();
    }
  }

  private static Map<String, Object> proxied(ServerSocket target) {
    String url =
        "service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi".formatted(target.getLocalPort());
    JSONObject request = JolokiaClient.object(READ);
    request.put("target", Map.of("url", url));
    return request;
  }
}
