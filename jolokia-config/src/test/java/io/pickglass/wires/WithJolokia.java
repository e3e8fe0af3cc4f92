package io.pickglass.wires;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A child process under our policy, and a client that talks to it, for all tests of a class. */
abstract class WithJolokia {
  /** On the command line of the process, where nobody may read it. */
  static final String SECRET = "a-password-that-somebody-put-on-the-command-line";

  static WatchedProcess process;
  static JolokiaClient jolokia;

  @BeforeAll
  static void start() throws Exception {
    process =
        WatchedProcess.start(
            List.of(WatchedProcess.OPEN, "-Dsecret=" + SECRET),
            AgentOptions.jolokia(WatchedProcess.JOLOKIA, WatchedProcess.CONFIG, 0));
    jolokia = new JolokiaClient(process.jolokiaUrl());
  }

  @AfterAll
  static void stop() throws Exception {
    jolokia.close();
    process.close();
  }
}
