package io.pickglass.repl.recording;

import static io.pickglass.catalog.RuntimeMetric.BUSY_RATIO;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;
import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.runtime;
import static io.pickglass.repl.Intervals.withPolls;
import static io.pickglass.repl.Intervals.withoutPolls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.model.Interval;
import io.pickglass.repl.series.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordingFileTest {
  private static final Header HEADER = Header.now(1, "1.2", "orders");

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("a.ndjson");
  }

  private void write(long... sequences) {
    try (RecordingWriter writer = new RecordingWriter(file, true, HEADER)) {
      for (long sequence : sequences) {
        writer.add(
            LineType.INTERVAL,
            1000 * sequence,
            IntervalLine.toMap(interval("orders", sequence, POLL_COUNT, sequence)));
      }
    }
  }

  private List<Long> sequences() {
    try (Recording recording = Recording.open(file)) {
      return recording.intervals(Subject.MONITOR, "orders").stream().map(Entry::sequence).toList();
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  @Test
  void anIntervalIsReadAsItWasWritten() {
    List<Interval<?>> written =
        List.of(
            interval("a", 1),
            interval("a", 2, POLL_COUNT, 7, POLL_NANOS, 23, FAILED_COUNT, Long.MAX_VALUE),
            // What follows from the rest, told otherwise than we would compute it.
            interval("a", 3, POLL_COUNT, 7, MEAN_POLL_NANOS, 5, SLOW_POLL_RATIO, 0.125),
            withoutPolls("a", 4, 12),
            withPolls("a", 5, 1, 1000, 1_000_000, 5_000_000_000L),
            runtime("pool", 6, WORKER_COUNT, 3, BUSY_RATIO, 0.5),
            runtime("pool", 7));
    try (RecordingWriter writer = new RecordingWriter(file, false, HEADER)) {
      written.forEach(one -> writer.add(LineType.INTERVAL, 5, IntervalLine.toMap(one)));
    }
    try (Recording recording = Recording.open(file)) {
      List<Entry> entries = new ArrayList<>();
      entries.addAll(recording.intervals(Subject.MONITOR, "a"));
      entries.addAll(recording.intervals(Subject.RUNTIME, "pool"));
      assertThat(
              entries.stream()
                  .<Object>map(
                      entry -> IntervalLine.of(recording.read(entry), recording.header().metrics()))
                  .toList())
          .isEqualTo(written);
    }
  }

  @Test
  void aMetricThatTheRecorderDidNotKnowIsAbsent() {
    Map<String, Object> line = IntervalLine.toMap(interval("a", 1));
    Interval<?> read = IntervalLine.of(line, Map.of("monitor", Set.of("pollCount")));
    assertThat(read.metrics().asMap().get(POLL_COUNT)).isEqualTo(0L);
    assertThat(read.metrics().asMap().get(IDLE_COUNT)).isEqualTo(-1L);
  }

  @Test
  void ofAKilledRecorderAllIsThereButTheLineThatItWasAt() throws IOException {
    write(1, 2, 3);
    append("{\"type\":\"interval\",\"at\":4000,\"of\":\"mon");
    assertThat(sequences()).containsExactly(1L, 2L, 3L);
    try (Recording recording = Recording.open(file)) {
      assertThat(recording.tornBytes()).isEqualTo(38);
      assertThat(recording.brokenLines()).isZero();
      assertThat(recording.endReason()).isEmpty();
      assertThat(recording.end()).isEqualTo(3000);
    }
  }

  @Test
  void aLineThatCannotBeUnderstoodIsPassedOverAndCounted() throws IOException {
    write(1);
    append("nonsense\n{\"type\":\"interval\",\"at\":\"soon\"}\n[1]\n{}\n{\"type\":7,\"at\":1}\n");
    append("{\"type\":\"of a newer console\",\"at\":2}\n\n");
    try (Recording recording = Recording.open(file)) {
      assertThat(recording.brokenLines()).isEqualTo(5);
      assertThat(recording.intervals(Subject.MONITOR, "orders")).hasSize(1);
    }
  }

  @Test
  void aNewerRecordingIsRefusedInOneSentence() throws IOException {
    Files.writeString(
        file, "{\"pickglass\":\"recording\",\"format\":2,\"protocol\":3,\"version\":\"9.0\"}\n");
    assertThatThrownBy(() -> Recording.open(file))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "`a.ndjson` is a recording of format 2, from Pickglass 9.0, and this console reads"
                + " format 1: use a console as new as the recording");
  }

  @Test
  void whatIsNoRecordingIsRefusedInOneSentence() throws IOException {
    for (String text :
        List.of("", "\n", "hello", "hello\n", "{}\n", "[]\n", "{\"pickglass\":1}\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> Recording.open(file))
          .as(text)
          .isInstanceOf(RecordingException.class)
          .hasMessage(
              "`a.ndjson` is no recording of Pickglass: give a file that `record` has written");
    }
    assertThatThrownBy(() -> Recording.open(directory.resolve("missing")))
        .hasMessageContaining("cannot read")
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void aFileThatIsThereIsNotWrittenOverUnasked() {
    write(1);
    assertThatThrownBy(() -> new RecordingWriter(file, false, HEADER))
        .hasMessageEndingWith("is there already: give another name, or `--overwrite`");
    assertThat(sequences()).containsExactly(1L);
  }

  /** Bytes changed, cut out and put in at random: whatever comes out is read or refused. */
  @Test
  void noFileCrashesTheReader() throws IOException {
    write(1, 2, 3, 4, 5, 6, 7, 8);
    byte[] whole = Files.readAllBytes(file);
    int read = 0;
    for (long seed = 0; seed < 2000; seed++) {
      Files.write(file, broken(whole, new Random(seed)));
      try (Recording recording = Recording.open(file)) {
        for (Entry entry : recording.intervals(Subject.MONITOR, "orders")) {
          try {
            IntervalLine.of(recording.read(entry), recording.header().metrics());
            read++;
          } catch (IllegalArgumentException | DateTimeException e) {
            // Said by the target as an answer that is not understood.
          }
        }
      } catch (RecordingException e) {
        assertThat(e).hasMessageContaining("a.ndjson");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(read).as("many survive a few broken bytes").isGreaterThan(2000);
  }

  private static byte[] broken(byte[] whole, Random random) {
    StringBuilder text = new StringBuilder(new String(whole, StandardCharsets.ISO_8859_1));
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.insert(at, "{\"[,:9e99\u0000-\\\n".charAt(random.nextInt(13)));
        case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(40)));
        default -> text.insert(at, "[".repeat(random.nextInt(3000)));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
