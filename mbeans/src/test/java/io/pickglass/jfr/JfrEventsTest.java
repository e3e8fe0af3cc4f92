package io.pickglass.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Outcome;
import io.pickglass.monitor.TaskListener;
import io.pickglass.mxbean.ObjectNames;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.management.Attribute;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a recording finds of tasks, and what it costs when there is none. */
@Timeout(120)
class JfrEventsTest {
  @TempDir private Path directory;

  private final TaskMonitor monitor = Pickglass.monitor("recorded");

  @BeforeEach
  void start() throws Exception {
    Pickglass.start();
    interval(20);
  }

  @AfterEach
  void end() throws Exception {
    interval(1_000);
    Pickglass.remove(monitor);
  }

  private static void interval(long millis) throws Exception {
    ManagementFactory.getPlatformMBeanServer()
        .setAttribute(ObjectNames.SAMPLER, new Attribute("IntervalMillis", millis));
  }

  private Recording recording(String... events) {
    Recording recording = new Recording();
    for (String event : events) {
      recording.enable("pickglass." + event);
    }
    recording.start();
    boolean listens = List.of(events).stream().anyMatch(event -> !event.equals("Interval"));
    Await.until("it is noticed", () -> (TaskListener.present() != null) == listens);
    return recording;
  }

  private Path file(Recording recording) throws IOException {
    Path file = directory.resolve("tasks.jfr");
    recording.stop();
    recording.dump(file);
    recording.close();
    return file;
  }

  private List<RecordedEvent> events(Recording recording, String name) throws IOException {
    return RecordingFile.readAllEvents(file(recording)).stream()
        .filter(event -> event.getEventType().getName().equals("pickglass." + name))
        .filter(event -> event.getString("monitor").equals("recorded"))
        .toList();
  }

  @Test
  void eachTaskIsRecordedOnceWithAllItsNumbers() throws Exception {
    Recording recording = recording("Task");
    long before = monitor.cumulative().get(io.pickglass.catalog.TaskMetric.ENDED_COUNT);
    for (int i = 0; i < 500; i++) {
      Thread thread =
          monitor.start(() -> {
            Pickglass.currentTask().field("order", "42");
            Thread.yield();
            LockSupport.parkNanos(1_000);
          });
      thread.join();
    }
    TaskHandle handle = monitor.task("import");
    handle.end(Outcome.CANCELLED);
    List<RecordedEvent> events = events(recording, "Task");
    assertThat(events).hasSize(501);
    assertThat(monitor.cumulative().get(io.pickglass.catalog.TaskMetric.ENDED_COUNT) - before)
        .isEqualTo(501);
    assertThat(events.stream().map(event -> event.getString("id")).distinct()).hasSize(501);
    assertThat(events)
        .allSatisfy(event ->
            assertThat(nanos(event, "busy") + nanos(event, "scheduled") + nanos(event, "idle"))
                .isEqualTo(nanos(event, "total")));
    // Each thread writes for itself, so their order says nothing.
    RecordedEvent first =
        events.stream().filter(event -> event.getString("id").startsWith("v")).findFirst().get();
    RecordedEvent imported =
        events.stream().filter(event -> event.getString("id").startsWith("h")).findFirst().get();
    assertThat(first.getString("location")).contains("JfrEventsTest.java:");
    assertThat(
            List.of(
                first.getString("outcome"),
                first.getString("fields"),
                first.getLong("polls"),
                first.getLong("selfWakes"),
                imported.getString("name"),
                imported.getString("outcome")))
        .isEqualTo(List.of("returned", "order=42", 3L, 1L, "import", "cancelled"));
  }

  private static long nanos(RecordedEvent event, String field) {
    return event.getDuration(field).toNanos();
  }

  @Test
  void slowPollsAndLongDelaysAreThoseThatTheMonitorCounts() throws Exception {
    monitor.slowPollThreshold(Duration.ofMillis(5)).longDelayThreshold(Duration.ofMillis(5));
    Recording recording = recording("SlowPoll");
    TaskHandle task = monitor.task("slow");
    task.poll(() -> LockSupport.parkNanos(6_000_000));
    task.poll(() -> {});
    task.poll(() -> {
      LockSupport.parkNanos(6_000_000);
      task.end(Outcome.RETURNED);
    });
    List<RecordedEvent> slow = events(recording, "SlowPoll");
    assertThat(slow).hasSize(2).allMatch(event -> nanos(event, "pollTime") >= 5_000_000);
    Recording again = recording("LongDelay");
    TaskHandle late = monitor.task("late");
    late.poll(() -> {});
    late.wake();
    LockSupport.parkNanos(6_000_000);
    late.poll(() -> {});
    assertThat(events(again, "LongDelay"))
        .hasSize(1)
        .allMatch(event -> nanos(event, "delay") >= 5_000_000);
  }

  @Test
  void intervalsAreRecordedOnceEachAndNothingElseWhenNothingElseIsAskedFor() throws Exception {
    Recording recording = recording("Interval");
    monitor.start(() -> {}).join();
    long first = lastSequence();
    Await.until("five ticks", () -> lastSequence() > first + 5);
    Path file = file(recording);
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().startsWith("pickglass."))
            .toList();
    assertThat(events).allMatch(event -> event.getEventType().getName().endsWith("Interval"));
    List<Long> sequences =
        events.stream()
            .filter(event -> event.getString("monitor").equals("recorded"))
            .map(event -> event.getLong("sequence"))
            .toList();
    assertThat(sequences).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(4);
    assertThat(
            events.stream()
                .filter(event -> event.getString("monitor").equals("recorded"))
                .mapToLong(event -> event.getLong("ended"))
                .sum())
        .isEqualTo(1);
  }

  private static long lastSequence() {
    try {
      return (long)
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(ObjectNames.SAMPLER, "LastSequence");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRecordingThatHasNotAskedGetsNothingAndTheToolsOfTheJdkReadWhatThereIs() throws Exception {
    try (Recording other = new Recording()) {
      other.enable("jdk.GarbageCollection");
      other.start();
      monitor.start(() -> {}).join();
      assertThat(TaskListener.present()).isNull();
    }
    Recording recording = recording("Task");
    monitor.start(() -> {}).join();
    Path file = file(recording);
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jfr").toString(),
                "print",
                "--events",
                "pickglass.Task",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile())
            .start();
    assertThat(tool.waitFor()).isZero();
    assertThat(Files.readString(directory.resolve("printed")))
        .contains("pickglass.Task {", "monitor = \"recorded\"", "outcome = \"returned\"");
    Await.until("nobody listens", () -> TaskListener.present() == null);
  }
}
