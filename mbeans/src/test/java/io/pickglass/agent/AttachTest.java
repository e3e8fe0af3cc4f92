package io.pickglass.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orders.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent comes to a program that runs, changes, goes, and comes again. */
class AttachTest {
  @TempDir private Path directory;
  private Path jar;
  private LiveJvm service;

  @BeforeEach
  void start() {
    jar = AgentJar.in(directory);
    service =
        LiveJvm.start(
            directory,
            List.of(
                "-Djdk.virtualThreadScheduler.parallelism=2",
                // Without it, there would be the JVM's four lines.
                "-XX:+EnableDynamicAgentLoading"),
            Service.class);
  }

  @AfterEach
  void end() {
    service.close();
  }

  private String counts() {
    service.ask("tick");
    return service.ask("counts");
  }

  @Test
  void threadsThatAreMadeFromThenOnAreSeenAndNobodyIsTold() throws Exception {
    service.ask("run 10");
    service.attach(jar, "");
    service.ask("run 20");
    assertThat(counts()).isEqualTo("{Service.Brief=20 20 0 0 40}");
    assertThat(service.ask("library TrackingMode")).isEqualTo("EXACT");
    assertThat(service.end()).isEmpty();
  }

  @Test
  void threadsThatLivedBeforeAreListedWithoutTimes() throws Exception {
    service.ask("wait 2");
    service.attach(jar, "");
    service.ask("wait 3");
    assertThat(service.ask("kind untimed")).isEqualTo("idle -1 -1 idle -1 -1 ");
    assertThat(service.ask("kind virtual").split("idle")).hasSize(3 + 1);
    service.ask("release");
    assertThat(service.ask("kind untimed")).isEmpty();
    assertThat(service.end()).isEmpty();
  }

  @Test
  void attachedAgainItGoesOnWithTheOptionsOfTheSecondTime() throws Exception {
    service.attach(jar, "");
    service.ask("run 10");
    service.attach(jar, "group=package");
    service.ask("run 20");
    assertThat(counts()).isEqualTo("{Service.Brief=10 10 0 0 20, com.example.orders=20 20 0 0 40}");
    assertThat(service.ask("library AgentOptions")).isEqualTo("group=package,max-monitors=1000");
  }

  @Test
  void withWrongOptionsNothingChangesAndASentenceSaysWhy() throws Exception {
    service.attach(jar, "group=package");
    service.attach(jar, "grup=class");
    service.ask("run 20");
    assertThat(counts()).isEqualTo("{com.example.orders=20 20 0 0 40}");
    assertThat(service.end())
        .isEqualTo(
            "Pickglass has changed nothing: the agent has no setting \"grup\": there are group,"
                + " include, exclude, section, max-monitors, live-tasks, ended-tasks,"
                + " ended-seconds, name.MONITOR.\n");
  }

  @Test
  void itComesWhileAllCarriersAreTaken() throws Exception {
    service.ask("spin 2");
    service.attach(jar, "");
    service.ask("wait 10");
    assertThat(service.ask("library TrackingModeReason"))
        .isEqualTo(
            "the self-check has seen every poll of a thread with a known script, on a carrier of"
                + " our own as none was free");
    service.ask("stop");
    service.ask("release");
    assertThat(counts()).startsWith("{Service.Waiting=10 10 0 ");
    assertThat(service.end()).isEmpty();
  }

  @Test
  void itGoesAndThreadsUnderWayAreSeenToTheirEnd() throws Exception {
    service.attach(jar, "");
    service.ask("wait 10");
    service.ask("tick");
    assertThat(service.ask("detach")).isEqualTo("true");
    assertThat(service.ask("counts")).isEqualTo("{}");
    service.ask("run 20");
    service.ask("release");
    service.attach(jar, "");
    service.ask("run 30");
    assertThat(counts()).isEqualTo("{Service.Brief=30 30 0 0 60, Service.Waiting=10 10 0 0 20}");
    assertThat(service.ask("detach")).isEqualTo("true");
    assertThat(service.ask("detach")).isEqualTo("");
    assertThat(service.end()).isEmpty();
  }

  @Test
  void itComesAndGoesWhileThreadsAreStartedAndLosesNone() throws Exception {
    service.ask("load");
    for (int i = 0; i < 20; i++) {
      service.attach(jar, "");
      service.ask("detach");
    }
    service.attach(jar, "");
    service.ask("run 10");
    assertThat(service.ask("unload")).isEqualTo("all have ended");
    assertThat(counts()).contains("Service.Brief=10 10 0 0 20");
    assertThat(service.end()).isEmpty();
  }

  @Test
  void workersOfPoolsThatAreOlderAreSeenToo() throws Exception {
    service.ask("pool 10");
    service.attach(jar, "");
    service.ask("pool 20");
    assertThat(counts()).isEqualTo("{Service.Failing=5 5 5 0 5, Service.Pooled=15 15 0 0 15}");
    assertThat(service.ask("detach")).isEqualTo("true");
    service.ask("pool 40");
    service.attach(jar, "");
    service.ask("pool 20");
    assertThat(counts()).isEqualTo("{Service.Failing=10 10 10 0 10, Service.Pooled=30 30 0 0 30}");
  }

  @Test
  void poolsAreFoundByTheirThreadsAlsoThoseThatAreOlder() throws Exception {
    service.ask("pool 10");
    service.attach(jar, "");
    service.ask("tick");
    assertThat(service.ask("runtimes")).isEqualTo("[orders, virtual-threads]");
    service.ask("common");
    service.ask("tick");
    assertThat(service.ask("runtimes"))
        .isEqualTo("[ForkJoinPool.commonPool, orders, virtual-threads]");
    assertThat(service.ask("detach")).isEqualTo("true");
    assertThat(service.ask("runtimes")).isEqualTo("[]");
  }

  @Test
  void methodsOfClassesThatAreLoadedBecomeSectionsAndAreThemselvesAgain() throws Exception {
    service.ask("run 1");
    service.ask("pool 4");
    service.attach(jar, "include=nothing,section=*Service$Pooled.run|*Service.pool");
    service.ask("pool 4");
    assertThat(counts()).isEqualTo("{Service.Pooled.run=3 3 0 0 3, Service.pool=1 1 0 0 1}");
    service.attach(jar, "include=nothing,section=*Brief.run");
    service.ask("pool 4");
    service.ask("run 10");
    assertThat(counts())
        .isEqualTo(
            "{Service.Brief.run=10 10 0 0 10, Service.Pooled.run=3 3 0 0 3,"
                + " Service.pool=1 1 0 0 1}");
    assertThat(service.ask("detach")).isEqualTo("true");
    service.ask("run 10");
    service.attach(jar, "include=nothing");
    assertThat(counts()).startsWith("{Service.Brief.run=10 10 0 0 10,");
    assertThat(service.end()).isEmpty();
  }
}
