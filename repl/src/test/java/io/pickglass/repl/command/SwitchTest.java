package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.mxbean.ObjectNames;
import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Monitors of a real process that are switched off and on, or removed. */
@Timeout(120)
class SwitchTest {
  private final Watched watched = Watched.start();
  private final Console console = new Console();

  @BeforeEach
  void connect() {
    console.session().connect(Long.toString(watched.pid()));
  }

  @AfterEach
  void end() {
    console.session().close();
    watched.close();
  }

  private String answer(String command) {
    console.lines().clear();
    assertThat(console.run(command)).as(console.errors().toString()).isZero();
    return String.join("\n", console.lines());
  }

  @Test
  void aMonitorIsSwitchedOffAndOnAndWhoeverLooksAtItIsTold() {
    String off =
        "orders is off: its new tasks are not watched; `set orders enabled=on` turns it on";
    assertThat(answer("set orders enabled=off")).isEqualTo(off);
    assertThat(answer("monitors"))
        .contains("\norders (off) ")
        .contains("\nusers.insert ")
        .endsWith(off);
    assertThat(answer("show orders")).startsWith("orders (off), since the start: ").contains(off);
    assertThat(answer("show users.insert")).doesNotContain("off");
    assertThat(answer("info")).containsPattern("enabled +true\ndisabledMonitors +\\[orders]");
    assertThat(answer("set output json; monitors"))
        .containsPattern("\"monitor\":\"orders\".*\"enabled\":false")
        .containsPattern("\"monitor\":\"users.insert\".*\"enabled\":true");
    assertThat(answer("set orders enabled=on"))
        .isEqualTo("{\"monitor\":\"orders\",\"enabled\":true}");
    assertThat(answer("set output text; set orders enabled=on")).isEqualTo("orders is on");
    assertThat(answer("monitors")).doesNotContain("off");
  }

  @Test
  void allAreSwitchedAndOneThatIsOnIsToldWhyItDoesNotWatch() {
    String off = "all monitors are off: new tasks are not watched; `set enabled=on` turns them on";
    assertThat(answer("set enabled=off")).isEqualTo(off);
    assertThat(answer("set orders enabled=on")).isEqualTo(off);
    assertThat(answer("monitors"))
        .contains("\norders (off) ", "\nusers.insert (off) ")
        .endsWith(off);
    assertThat(answer("info")).containsPattern("enabled +false\ndisabledMonitors +\\[]");
    console.session().connect(watched.jolokiaUrl());
    assertThat(answer("show orders")).contains(off);
    assertThat(console.run("connect " + watched.pid())).isZero();
    assertThat(console.notes()).contains(off);
    assertThat(answer("set enabled=on")).isEqualTo("all monitors are on");
    assertThat(answer("set users.insert enabled=off; set enabled=on"))
        .endsWith(
            "users.insert is off: its new tasks are not watched; `set users.insert enabled=on` turns it on");
  }

  @Test
  void overAReadOnlyJolokiaNothingIsSwitched() {
    console.session().connect(watched.jolokiaUrl());
    for (String command : new String[] {"set orders enabled=off", "set enabled=off"}) {
      console.errors().clear();
      assertThat(console.run(command)).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(console.errors())
          .containsExactly(
              console.session().targetName().orElseThrow()
                  + " does not let us change anything, as Jolokia should be set up: connect over"
                  + " JMX, by process id or host:port");
    }
    assertThat(console.run("set nope enabled=off")).isNotZero();
    assertThat(answer("monitors")).doesNotContain("off");
  }

  @Test
  void whoFollowsAMonitorIsToldWhenItIsSwitched() throws Exception {
    CompletableFuture<Integer> code = inBackground("tail orders --count 1000");
    Console other = new Console();
    other.session().connect(Long.toString(watched.pid()));
    awaitLines(2);
    other.run("set users.insert enabled=off; set orders enabled=off");
    awaitNotes(1);
    Await.until(() -> console.lines().getLast().endsWith("  off"), this::seen);
    other.run("set orders enabled=on");
    awaitNotes(2);
    assertThat(console.lines()).anyMatch(line -> line.matches(" +\\d+  orders +off"));
    assertThat(console.notes())
        .containsExactly(
            "orders is off: its new tasks are not watched; `set orders enabled=on` turns it on",
            "on again: new tasks are watched");
    other.session().close();
    assertThat(code).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoFollowsMonitorsThatAreRemovedIsToldAndEndsWithTheLast(boolean jolokia) throws Exception {
    console.session().connect(jolokia ? watched.jolokiaUrl() : watched.hostAndPort());
    CompletableFuture<Integer> code = inBackground("tail orders users.insert");
    awaitLines(1 + 2);
    remove("orders");
    awaitNotes(1);
    int lines = console.lines().size();
    awaitLines(lines + 2);
    assertThat(console.lines().subList(lines, lines + 2))
        .allMatch(l -> l.contains(" users.insert "));
    remove("users.insert");
    assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.FAILED);
    assertThat(console.notes()).containsExactly("orders was removed: no longer followed");
    assertThat(console.errors())
        .containsExactly("users.insert was removed: nothing is left to follow");
    assertThat(answer("monitors"))
        .isEqualTo("no monitors: the program has not called Pickglass.monitor(name) yet");
  }

  private void remove(String monitor) throws Exception {
    try (JMXConnector jmx = JMXConnectorFactory.connect(new JMXServiceURL(watched.serviceUrl()))) {
      boolean removed =
          (boolean)
              jmx.getMBeanServerConnection()
                  .invoke(
                      ObjectNames.PICKGLASS,
                      "remove",
                      new Object[] {monitor},
                      new String[] {String.class.getName()});
      assertThat(removed).isTrue();
    }
  }

  private CompletableFuture<Integer> inBackground(String command) {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> code.complete(console.run(command)));
    return code;
  }

  private void awaitLines(int count) {
    Await.until(() -> console.lines().size() >= count, this::seen);
  }

  private void awaitNotes(int count) {
    Await.until(() -> console.notes().size() >= count, this::seen);
  }

  private String seen() {
    return console.lines() + " " + console.notes() + " " + console.errors();
  }
}
