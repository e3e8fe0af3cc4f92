package io.pickglass.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketPollersTest {
  @Test
  void theAnswerIsAddedUpWithoutTheMaster() {
    String answer =
        """
        Master I/O poller:
        sun.nio.ch.EPollPoller@2e222612 [registered = 3, owner = Thread[#26,MasterPoller]]

        Read I/O pollers:
        [0] sun.nio.ch.EPollPoller@3e6ef8ad [registered = 7, owner = VirtualThread[#27]/waiting]
        [1] sun.nio.ch.EPollPoller@346d61be [registered = 10, owner = VirtualThread[#29]/waiting]

        Write I/O pollers:
        [0] sun.nio.ch.EPollPoller@747edf66 [registered = 100, owner = VirtualThread[#30]/waiting]
        """;
    assertThat(SocketPollers.registered(answer)).isEqualTo(117);
    assertThat(SocketPollers.registered("")).isZero();
  }

  @Test
  void aVirtualThreadThatWaitsOnASocketIsCounted() throws Exception {
    SocketPollers pollers = new SocketPollers();
    assertThat(pollers.count()).isEqualTo(-1);
    pollers.ask(PlatformThreads.now());
    long before = pollers.count();
    assertThat(before).isGreaterThanOrEqualTo(0);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread waiting =
          Thread.startVirtualThread(() -> {
            try {
              server.accept().close();
            } catch (java.io.IOException e) {
              // Closed, as it is to be.
            }
          });
      Await.until(
          "it is counted",
          () -> {
            pollers.ask(PlatformThreads.now());
            return pollers.count() == before + 1;
          });
      server.close();
      Await.end(waiting);
    }
  }
}
