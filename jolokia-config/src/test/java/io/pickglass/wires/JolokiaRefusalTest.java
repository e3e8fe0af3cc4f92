package io.pickglass.wires;

import static io.pickglass.wires.JolokiaRequest.exec;
import static io.pickglass.wires.JolokiaRequest.read;
import static io.pickglass.wires.JolokiaRequest.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.mxbean.ObjectNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.AttributeList;
import org.jolokia.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the policy refuses: everything that it does not name. */
class JolokiaRefusalTest extends WithJolokia {
  private static final String MONITOR = "pickglass:type=TaskMonitor,name=users.insert";
  private static final String PICKGLASS = "pickglass:type=Pickglass";
  private static final String DIAGNOSTIC = "com.sun.management:type=DiagnosticCommand";
  private static final String HOTSPOT = "com.sun.management:type=HotSpotDiagnostic";
  private static final String RUNTIME = "java.lang:type=Runtime";
  private static final String THREADS = "java.lang:type=Threading";

  static Stream<JolokiaRequest> refused() {
    return Stream.of(
        // what could do harm
        exec("java.lang:type=Memory", "gc"),
        exec(THREADS, "dumpAllThreads(boolean,boolean)", true, true),
        exec(THREADS, "getThreadInfo(long)", 1),
        exec(THREADS, "findDeadlockedThreads"),
        exec(THREADS, "resetPeakThreadCount"),
        exec(DIAGNOSTIC, "vmSystemProperties"),
        exec(DIAGNOSTIC, "vmCommandLine"),
        exec(DIAGNOSTIC, "gcClassHistogram", ""),
        exec(HOTSPOT, "dumpHeap", "heap.hprof", true),
        exec(HOTSPOT, "setVMOption", "HeapDumpOnOutOfMemoryError", "true"),
        exec("java.util.logging:type=Logging", "setLoggerLevel", "", "ALL"),
        exec("jdk.management.jfr:type=FlightRecorder", "newRecording"),
        exec("JMImplementation:type=MBeanServerDelegate", "getMBeanServerId"),
        // our own setters and getters, called as operations, and other spellings of the one allowed
        exec(MONITOR, "setSlowPollThresholdNanos", 1),
        exec(MONITOR, "setSlowPollThresholdNanos(long)", 1),
        exec(MONITOR, "getCumulative"),
        exec(MONITOR, "intervals(long)", 1),
        exec(MONITOR, "intervals(int,long)", 1, 1),
        exec("pickglass:type=Sampler", "setIntervalMillis(long)", 10),
        exec(MONITOR, "setEnabled(boolean)", false),
        exec(MONITOR, "isEnabled"),
        exec(PICKGLASS, "setEnabled", false),
        exec(PICKGLASS, "remove", "users.insert"),
        exec(PICKGLASS, "remove(java.lang.String)", "users.insert"),
        exec(RUNTIME, "intervals", 0, 1),
        // every write
        write(MONITOR, "SlowPollThresholdNanos", 1),
        write(MONITOR, "LongDelayThresholdNanos", 1),
        write(MONITOR, "Enabled", false),
        write(PICKGLASS, "Enabled", false),
        write("pickglass:type=Sampler", "IntervalMillis", 10),
        write("java.lang:type=Memory", "Verbose", true),
        write("java.lang:type=ClassLoading", "Verbose", true),
        write(THREADS, "ThreadContentionMonitoringEnabled", true),
        write("jdk.management:type=VirtualThreadScheduler", "Parallelism", 1),
        // what tells secrets, or where something is installed
        read(RUNTIME, ""),
        read(RUNTIME, "SystemProperties"),
        read(RUNTIME, "InputArguments"),
        read(RUNTIME, "ClassPath"),
        read(RUNTIME, "LibraryPath"),
        read(RUNTIME, "Name"),
        read(THREADS, "AllThreadIds"),
        read(HOTSPOT, "DiagnosticOptions"),
        // what is not ours
        read("java.util.logging:type=Logging", "LoggerNames"),
        read("jdk.management.jfr:type=FlightRecorder", "Configurations"),
        read("JMImplementation:type=MBeanServerDelegate", "MBeanServerId"),
        read("java.nio:type=BufferPool,name=direct", "Count"),
        read("jolokia:type=Config,agent=*", ""),
        read("*:type=Runtime", "SystemProperties"),
        read("*:*", ""),
        // what would tell the names of everything
        new JolokiaRequest("list", "", "", List.of()),
        new JolokiaRequest("list", "java.lang", "", List.of()),
        new JolokiaRequest("search", "*:*", "", List.of()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses_by_GET(JolokiaRequest request) throws Exception {
    assertThat(outcome(jolokia.get(request.asPath()))).isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses_by_POST(JolokiaRequest request) throws Exception {
    assertThat(outcome(jolokia.post(request.asJson()))).isEqualTo(403);
  }

  @Test
  void a_refused_write_changes_nothing() throws Exception {
    String[] settings = {"SlowPollThresholdNanos", "LongDelayThresholdNanos", "Enabled"};
    var monitor = ObjectNames.taskMonitor(Watched.DONE);
    AttributeList before = process.jmx().getAttributes(monitor, settings);
    jolokia.post(write(MONITOR, settings[0], 17).asJson());
    jolokia.post(write(MONITOR, settings[1], 19).asJson());
    jolokia.post(write(MONITOR, settings[2], false).asJson());
    jolokia.post(exec(PICKGLASS, "remove", Watched.DONE).asJson());
    jolokia.post(write(PICKGLASS, "Enabled", false).asJson());
    assertThat(process.jmx().getAttributes(monitor, settings)).isEqualTo(before);
    assertThat(process.jmx().getAttribute(ObjectNames.PICKGLASS, "Enabled")).isEqualTo(true);
  }

  @Test
  void one_refused_request_of_a_bulk_does_not_spoil_the_others() throws Exception {
    List<JSONObject> answers =
        jolokia.bulk(
            List.of(
                read(MONITOR, "DisplayName").asJson(),
                read(RUNTIME, "SystemProperties").asJson(),
                read("pickglass:type=Pickglass", "TrackingMode").asJson()));
    assertThat(answers).extracting(JolokiaRefusalTest::outcome).containsExactly(200, 403, 200);
    assertThat(answers)
        .extracting(a -> a.get("value"))
        .containsExactly("users.insert", null, "EXACT");
  }

  @Test
  void a_read_that_swallows_errors_tells_names_but_no_secret() throws Exception {
    String all = jolokia.get("read/*:*?ignoreErrors=true", Map.of("Origin", "pickglass")).body();
    assertThat(all).contains("Reading attribute SystemProperties is forbidden");
    assertThat(all).doesNotContain(SECRET).doesNotContain(System.getProperty("java.class.path"));
  }

  @Test
  void errors_come_without_stack_traces_also_when_asked_for() throws Exception {
    JSONObject answer = jolokia.get("read/pickglass:type=None/X?includeStackTrace=true");
    assertThat(answer).doesNotContainKey("stacktrace").containsEntry("status", 404L);
  }

  private static int outcome(JSONObject answer) {
    return ((Number) answer.get("status")).intValue();
  }
}
