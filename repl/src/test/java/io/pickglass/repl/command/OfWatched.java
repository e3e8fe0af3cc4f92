package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Watched;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A console, and a real process with pools that it can connect to by either wire. */
abstract class OfWatched {
  static Watched watched;

  final Console console = new Console();

  @BeforeAll
  static void start() {
    watched = Watched.startWithPools();
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  @AfterEach
  void disconnect() {
    console.session().close();
  }

  void connect(String wire) {
    console
        .session()
        .connect(wire.equals("JMX") ? Long.toString(watched.pid()) : watched.jolokiaUrl());
  }

  List<String> answer(String command) {
    console.lines().clear();
    console.notes().clear();
    assertThat(console.run(command)).as(console.errors().toString()).isZero();
    return console.lines();
  }
}
