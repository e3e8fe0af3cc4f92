package io.pickglass.repl.target;

import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.repl.series.Page;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A target over Jolokia: HTTP and JSON, all requests of a question in one POST. */
public final class JolokiaTarget implements Target {
  private static final List<String> ABOUT =
      List.of(
          "Version",
          "ProtocolVersion",
          "TrackingMode",
          "TrackingModeReason",
          "StartTime",
          "Monitors");
  private static final List<String> SAMPLING =
      List.of("IntervalMillis", "HistoryLength", "LastSequence");

  private final JolokiaHttp http;
  private final Supplier<Duration> timeout;

  JolokiaTarget(URI uri, Supplier<Duration> timeout) {
    this.http = new JolokiaHttp(uri);
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return http.name();
  }

  @Override
  public Info describe() {
    List<Object> answers = ask(List.of(readPickglass(ABOUT), readSampler(SAMPLING)));
    Map<String, Object> pickglass = JolokiaHttp.object(answers.get(0));
    Map<String, Object> sampler = JolokiaHttp.object(answers.get(1));
    return new Info(
        text(pickglass, "Version"),
        (int) number(pickglass, "ProtocolVersion"),
        text(pickglass, "TrackingMode"),
        text(pickglass, "TrackingModeReason"),
        text(pickglass, "StartTime"),
        JolokiaHttp.list(pickglass.get("Monitors")).stream().map(String::valueOf).toList(),
        number(sampler, "IntervalMillis"),
        (int) number(sampler, "HistoryLength"),
        number(sampler, "LastSequence"));
  }

  @Override
  public List<String> monitors() {
    Object names = ask(List.of(readPickglass("Monitors"))).getFirst();
    return JolokiaHttp.list(names).stream().map(String::valueOf).toList();
  }

  @Override
  public List<TaskInterval> cumulative(List<String> monitors) {
    return readAll(monitors, "Cumulative");
  }

  @Override
  public List<TaskInterval> last(List<String> monitors) {
    return readAll(monitors, "LastInterval");
  }

  @Override
  public Page intervals(List<String> monitors, long after, int max) {
    MonitorNames.check(monitors);
    List<Map<String, Object>> requests = new ArrayList<>();
    requests.add(readSampler(SAMPLING));
    requests.add(readPickglass("StartTime"));
    for (String monitor : monitors) {
      Map<String, Object> request = request("exec", ObjectNames.taskMonitor(monitor).toString());
      request.put("operation", "intervals(long,int)");
      request.put("arguments", List.of(after, max));
      requests.add(request);
    }
    List<Object> answers = ask(requests);
    Map<String, Object> sampler = JolokiaHttp.object(answers.get(0));
    Map<String, List<TaskInterval>> intervals = new LinkedHashMap<>();
    for (int i = 0; i < monitors.size(); i++) {
      List<TaskInterval> some =
          JolokiaHttp.list(answers.get(i + 2)).stream().map(this::interval).toList();
      intervals.put(monitors.get(i), some);
    }
    return new Page(
        String.valueOf(answers.get(1)),
        number(sampler, "LastSequence"),
        number(sampler, "IntervalMillis"),
        max,
        intervals);
  }

  @Override
  public void close() {
    http.close();
  }

  private List<TaskInterval> readAll(List<String> monitors, String attribute) {
    MonitorNames.check(monitors);
    if (monitors.isEmpty()) {
      return List.of(); // Jolokia refuses an empty list of requests
    }
    List<Map<String, Object>> requests =
        monitors.stream().map(m -> read(ObjectNames.taskMonitor(m).toString(), attribute)).toList();
    return ask(requests).stream().map(this::interval).toList();
  }

  private List<Object> ask(List<Map<String, Object>> requests) {
    return http.post(requests, timeout.get());
  }

  private TaskInterval interval(@Nullable Object value) {
    try {
      return TaskIntervals.fromMap(JolokiaHttp.object(value));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw TargetException.notUnderstood(name(), e);
    }
  }

  private static Map<String, Object> readPickglass(Object attributes) {
    return read(ObjectNames.PICKGLASS.toString(), attributes);
  }

  private static Map<String, Object> readSampler(Object attributes) {
    return read(ObjectNames.SAMPLER.toString(), attributes);
  }

  private static Map<String, Object> read(String bean, Object attributes) {
    Map<String, Object> request = request("read", bean);
    request.put("attribute", attributes);
    return request;
  }

  private static Map<String, Object> request(String type, String bean) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("type", type);
    request.put("mbean", bean);
    return request;
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.getOrDefault(name, ""));
  }

  private static long number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
