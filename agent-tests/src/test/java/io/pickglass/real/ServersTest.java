package io.pickglass.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Web servers that know nothing of the agent: they go on as they would, and it sees all requests.
 */
class ServersTest {
  private static final int REQUESTS = 400;
  private static final String CLOSE = REQUESTS + " requests, a connection each";
  private static final String KEPT = REQUESTS + " requests over " + Load.CLIENTS + " connections";

  private static final Pattern HOOK =
      Pattern.compile("io\\.helidon\\.Main shutdown$|^INFO: Shutdown (requested by JVM|finished)");

  private static final Map<Server, Gave> UNWATCHED = new ConcurrentHashMap<>();

  @TempDir private Path directory;

  /** What a server gave to its client, and printed. */
  private record Gave(Object answers, List<String> printed) {}

  private Program start(Server server, String... options) {
    return Program.start(
        directory, Stream.concat(Stream.of(options), server.command().stream()).toList());
  }

  private static Load load(Program program) {
    return new Load(Integer.parseInt(program.line()));
  }

  private Gave unwatched(Server server) {
    return UNWATCHED.computeIfAbsent(server, this::runUnwatched);
  }

  private Gave runUnwatched(Server server) {
    try (Program program = start(server)) {
      Load load = load(program);
      load.close(REQUESTS);
      load.keepAlive(REQUESTS);
      return new Gave(load.answers(), lines(program.end()));
    }
  }

  // Of which there may be several that differ only by when and where. What Helidon's shutdown hook
  // says is heard only if it comes before the hook by which java.util.logging closes itself.
  private static List<String> lines(String printed) {
    return printed
        .lines()
        .filter(line -> !HOOK.matcher(line).find())
        .map(line -> line.replaceAll("[0-9:]+ [AP]M", "TIME").replaceAll("0x[0-9a-f]+|\\d+", "N"))
        .toList();
  }

  private static List<String> newLines(Gave unwatched, Gave watched) {
    List<String> more = new ArrayList<>(watched.printed());
    unwatched.printed().forEach(more::remove);
    return more;
  }

  @ParameterizedTest
  @EnumSource
  void fromTheStart(Server server) {
    Gave unwatched = unwatched(server);
    try (Program program =
        start(server, "-javaagent:" + Libraries.agent(directory) + "=" + server.options())) {
      Load load = load(program);
      load.close(REQUESTS);
      Counts close = Counts.of(program, server.monitor());
      load.keepAlive(REQUESTS);
      Counts kept = Counts.of(program, server.monitor()).since(close);
      check(server, "at start", close, kept);
      assertThat(Counts.of(program, server.section()))
          .isEqualTo(new Counts(2 * REQUESTS, 2 * REQUESTS, 0));
      assertThat(program.ask("library InternalErrorCount")).isEqualTo("0");
      Gave watched = new Gave(load.answers(), lines(program.end()));
      assertThat(watched.answers()).isEqualTo(unwatched.answers());
      assertThat(newLines(unwatched, watched)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void attachedInTheMiddleOfItsLoad(Server server) throws Exception {
    Gave unwatched = unwatched(server);
    try (Program program = start(server, "-XX:+EnableDynamicAgentLoading")) {
      Load load = load(program);
      AtomicBoolean attached = new AtomicBoolean();
      Thread loading = Thread.ofPlatform().start(() -> loadUntil(attached, load));
      while (load.answered() < REQUESTS / 2 && loading.isAlive()) {
        Thread.onSpinWait();
      }
      int answeredBefore = load.answered();
      program.attach(Libraries.agent(directory), server.options());
      int begunBefore = load.begun();
      attached.set(true);
      loading.join();
      int all = load.answered();
      Counts during = Counts.of(program, server.monitor());
      Counts handled = Counts.of(program, server.section());
      assertThat(handled.tasks()).isBetween((long) all - begunBefore, (long) all - answeredBefore);
      assertThat(during.tasks()).isGreaterThanOrEqualTo(all - begunBefore);
      load.close(REQUESTS);
      Counts close = Counts.of(program, server.monitor()).since(during);
      load.keepAlive(REQUESTS);
      Counts kept = Counts.of(program, server.monitor()).since(during).since(close);
      check(server, "attached under load", close, kept);
      assertThat(Counts.of(program, server.section()).since(handled))
          .isEqualTo(new Counts(2 * REQUESTS, 2 * REQUESTS, 0));
      assertThat(program.ask("library InternalErrorCount")).isEqualTo("0");
      Gave watched = new Gave(load.answers(), lines(program.end()));
      assertThat(watched.answers()).isEqualTo(unwatched.answers());
      assertThat(newLines(unwatched, watched)).isEmpty();
    }
  }

  private static void loadUntil(AtomicBoolean end, Load load) {
    while (!end.get()) {
      load.close(REQUESTS);
    }
    load.close(REQUESTS);
  }

  private static void check(Server server, String way, Counts close, Counts kept) {
    assertThat(close.tasks()).matches(tasks -> server.close().fits(tasks, REQUESTS, REQUESTS));
    assertThat(kept.tasks()).matches(tasks -> server.kept().fits(tasks, REQUESTS, Load.CLIENTS));
    List<String> rows =
        List.of(row(server, way, CLOSE, server.close()), row(server, way, KEPT, server.kept()));
    assertThat(Seen.rows()).containsAll(rows);
    assertThat(close.failed() + kept.failed()).isZero();
    assertThat(List.of(close.ended(), kept.ended()))
        .isEqualTo(List.of(close.tasks(), kept.tasks()));
  }

  private static String row(Server server, String way, String load, Share share) {
    String seen = "`%s`: %s; `%s`: each request";
    return Seen.row(server, way, load, seen.formatted(server.monitor(), share, server.section()));
  }

  @Test
  void theGuideHasNoOtherRows() {
    int programs = Server.values().length;
    // Each with two loads and in two ways; and the database in two ways.
    assertThat(Seen.rows()).hasSize(programs * 4 + 2);
  }
}
