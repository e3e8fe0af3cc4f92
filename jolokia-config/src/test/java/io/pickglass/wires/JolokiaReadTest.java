package io.pickglass.wires;

import static io.pickglass.wires.JolokiaRequest.exec;
import static io.pickglass.wires.JolokiaRequest.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.RuntimeIntervals;
import io.pickglass.mxbean.TaskIntervals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.jolokia.json.JSONArray;
import org.jolokia.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy allows, and that the numbers are those of JMX. */
class JolokiaReadTest extends WithJolokia {
  private static final String DONE = "pickglass:type=TaskMonitor,name=" + Watched.DONE;
  private static final String MOVING = "pickglass:type=TaskMonitor,name=" + Watched.MOVING;

  private static final String SCHEDULER = "pickglass:type=RuntimeMonitor,name=virtual-threads";

  static Stream<JolokiaRequest> allowed() {
    return Stream.of(
        read(DONE, ""),
        read(DONE, "Cumulative"),
        read(DONE + ",scope=cumulative", "PollCount"),
        read(DONE + ",scope=interval", ""),
        read("pickglass:*", ""),
        read("pickglass:type=TaskMonitor,name=*", "LastInterval"),
        read("pickglass:type=Pickglass", ""),
        read("pickglass:type=Sampler", ""),
        read("pickglass:type=Runtimes", ""),
        read(SCHEDULER, "Cumulative"),
        read(SCHEDULER + ",scope=interval", ""),
        read("pickglass:type=RuntimeMonitor,name=*", "LastInterval"),
        read("pickglass:type=Workers,name=virtual-threads", "Workers"),
        exec(SCHEDULER, "intervals", 0, 5),
        exec(DONE, "intervals", 0, 5),
        exec(DONE, "intervals(long,int)", 0, 5),
        exec(DONE, "slowPolls", 5),
        exec(DONE, "slowPolls(int)", 5),
        exec("pickglass:type=Runtimes", "pinnedWaits", 5),
        exec("pickglass:type=Runtimes", "pinnedWaits(int)", 5),
        exec("pickglass:type=Tasks", "list", "limit 1"),
        exec("pickglass:type=Tasks", "list(java.lang.String)", "group state"),
        exec("pickglass:type=Resources", "list", "limit 1"),
        exec("pickglass:type=Resources", "waits", 5),
        exec("pickglass:type=Resources", "waits(int)", 5),
        exec("pickglass:type=Resources", "deadlocks"),
        exec("pickglass:type=Resources", "contention", 5),
        exec("pickglass:type=Resources", "contention(int)", 5),
        read("java.lang:type=Memory", "HeapMemoryUsage"),
        read("java.lang:type=MemoryPool,name=*", "Usage"),
        read("java.lang:type=GarbageCollector,name=*", "CollectionCount"),
        read("java.lang:type=Threading", "ThreadCount"),
        read("java.lang:type=ClassLoading", "LoadedClassCount"),
        read("java.lang:type=OperatingSystem", "ProcessCpuLoad"),
        read("java.lang:type=Runtime", "StartTime"),
        read("jdk.management:type=VirtualThreadScheduler", "QueuedVirtualThreadCount"),
        new JolokiaRequest("version", "", "", List.of()));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void answers_by_GET(JolokiaRequest request) throws Exception {
    assertThat(jolokia.get(request.asPath())).containsEntry("status", 200L);
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void answers_by_POST(JolokiaRequest request) throws Exception {
    assertThat(jolokia.post(request.asJson())).containsEntry("status", 200L);
  }

  @ParameterizedTest
  @MethodSource("commandsOfTheReadme")
  void the_commands_of_the_README_are_answered(String path) throws Exception {
    assertThat(jolokia.get(path)).containsEntry("status", 200L);
  }

  static Stream<String> commandsOfTheReadme() throws Exception {
    return Pattern.compile(
            "curl -H 'Origin: pickglass' .*?http://127.0.0.1:8778/jolokia/([^' \n]+)")
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(command -> command.group(1));
  }

  @Test
  void a_pattern_gives_all_monitors_in_one_round_trip() throws Exception {
    JSONObject beans =
        (JSONObject) jolokia.get("read/pickglass:type=TaskMonitor,name=*").get("value");
    assertThat(beans.keySet())
        .containsExactlyInAnyOrder(
            DONE, MOVING, "pickglass:type=TaskMonitor,name=" + Watched.SECTION);
  }

  @Test
  void a_runtime_is_the_same_by_Jolokia_and_by_JMX() throws Exception {
    RuntimeInterval byJolokia =
        RuntimeIntervals.fromMap(
            items(jolokia.post(read(SCHEDULER, "Cumulative").asJson()).get("value")));
    RuntimeInterval byJmx =
        RuntimeIntervals.fromComposite(
            (CompositeData) process.jmx().getAttribute(new ObjectName(SCHEDULER), "Cumulative"));
    assertThat(byJolokia.runtime()).isEqualTo("virtual-threads");
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      assertThat(byJolokia.metrics().has(metric)).isEqualTo(byJmx.metrics().has(metric));
    }
    assertThat(byJolokia.metrics().get(RuntimeMetric.REMOTE_SCHEDULE_COUNT))
        .isGreaterThanOrEqualTo(Watched.TASKS);
    assertThat(byJolokia.metrics().get(RuntimeMetric.POLL_COUNT))
        .isBetween(1L, byJmx.metrics().get(RuntimeMetric.POLL_COUNT));
  }

  @Test
  void the_workers_of_a_runtime_are_rows_with_their_names() throws Exception {
    JSONArray workers =
        (JSONArray)
            jolokia
                .post(read("pickglass:type=Workers,name=virtual-threads", "Workers").asJson())
                .get("value");
    assertThat(workers).isNotEmpty();
    assertThat(items(workers.getFirst()))
        .containsKeys("index", "threadName", "state", "task", "pollCount", "busyNanos", "cpuNanos");
  }

  @Test
  void since_the_start_is_the_same_by_Jolokia_and_by_JMX() throws Exception {
    TaskMetric ended = TaskMetric.ENDED_COUNT;
    assertThat(byJolokia(read(DONE, "Cumulative")).metrics().get(ended)).isEqualTo(Watched.TASKS);
    assertThat(byJolokia(read(DONE, "Cumulative")).metrics().get(ended))
        .isEqualTo(byJmx(Watched.DONE, "Cumulative").metrics().get(ended));
  }

  @Test
  void both_beans_and_both_wires_tell_the_same_interval() throws Exception {
    List<TaskInterval> same =
        Await.value("four readings between two ticks", JolokiaReadTest::readingsOfOneTick);
    assertThat(same).hasSize(4).allMatch(same.getFirst()::equals);
    assertThat(same.getFirst().metrics().get(TaskMetric.LIVE_COUNT)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intervals", "intervals(long,int)"})
  void intervals_come_in_the_shape_that_clients_read(String operation) throws Exception {
    JSONArray first = (JSONArray) Await.value("an interval", () -> intervals(operation));
    TaskInterval interval = TaskIntervals.fromMap(items(first.getFirst()));
    assertThat(interval.monitor()).isEqualTo(Watched.MOVING);
    assertThat(interval.sequence()).isPositive();
    assertThat(interval.elapsedNanos()).isPositive();
  }

  private static Optional<Object> intervals(String operation) throws Exception {
    Object value = jolokia.post(exec(MOVING, operation, 0, 1).asJson()).get("value");
    return Optional.of(value).filter(intervals -> !((JSONArray) intervals).isEmpty());
  }

  /** Four readings of the last interval, if all of them fell between two ticks. */
  private static Optional<List<TaskInterval>> readingsOfOneTick() throws Exception {
    List<JSONObject> bulk =
        jolokia.bulk(
            List.of(
                read(MOVING, "LastInterval").asJson(),
                read(MOVING + ",scope=interval", "").asJson()));
    TaskInterval composite = TaskIntervals.fromMap(items(bulk.getFirst().get("value")));
    TaskInterval plain = ScopeBeans.interval(composite, items(bulk.getLast().get("value")));
    TaskInterval jmxComposite = byJmx(Watched.MOVING, "LastInterval");
    TaskInterval jmxPlain =
        ScopeBeans.interval(
            composite,
            ScopeBeans.read(
                process.jmx(), ObjectNames.taskMonitor(Watched.MOVING, Scope.INTERVAL)));
    List<TaskInterval> all = List.of(composite, plain, jmxComposite, jmxPlain);
    long first = composite.sequence();
    return Optional.of(all)
        .filter(four -> four.stream().allMatch(i -> i.sequence() == first && first > 0));
  }

  private static TaskInterval byJolokia(JolokiaRequest request) throws Exception {
    return TaskIntervals.fromMap(items(jolokia.post(request.asJson()).get("value")));
  }

  private static TaskInterval byJmx(String monitor, String attribute) throws Exception {
    return TaskIntervals.fromComposite(
        (CompositeData) process.jmx().getAttribute(ObjectNames.taskMonitor(monitor), attribute));
  }

  @SuppressWarnings("unchecked") // a JSON object
  private static Map<String, Object> items(Object json) {
    return (Map<String, Object>) json;
  }
}
