package io.pickglass.repl.target;

import io.pickglass.model.Interval;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskList;
import io.pickglass.model.Warning;
import io.pickglass.model.Worker;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.SlowPollShape;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** A target over Jolokia: HTTP and JSON, all requests of a question in one POST. */
public final class JolokiaTarget implements Target {
  private final JolokiaHttp http;
  private final Supplier<Duration> timeout;

  JolokiaTarget(URI uri, Access access, Supplier<Duration> timeout) {
    this.http = new JolokiaHttp(uri, access);
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return http.name();
  }

  @Override
  public Beans beans() {
    return new JolokiaBeans(http, timeout);
  }

  @Override
  public Info describe() {
    List<Object> answers =
        ask(List.of(readPickglass(Asked.ABOUT), readSampler(Asked.SAMPLING), readRuntimes()));
    Map<String, Object> pickglass = JolokiaHttp.object(answers.get(0));
    Map<String, Object> sampler = JolokiaHttp.object(answers.get(1));
    return new Info(
        text(pickglass, "Version"),
        (int) number(pickglass, "ProtocolVersion"),
        text(pickglass, "TrackingMode"),
        text(pickglass, "TrackingModeReason"),
        text(pickglass, "AgentOptions"),
        text(pickglass, "StartTime"),
        new Names(texts(pickglass.get("Monitors")), texts(answers.get(2))),
        switches(pickglass),
        number(sampler, "IntervalMillis"),
        (int) number(sampler, "HistoryLength"),
        number(sampler, "LastSequence"));
  }

  @Override
  public Names names() {
    List<Object> answers = ask(List.of(readPickglass("Monitors"), readRuntimes()));
    return new Names(texts(answers.get(0)), texts(answers.get(1)));
  }

  @Override
  public Kinds kinds() {
    Object answer =
        ask(List.of(read(ObjectNames.RUNTIMES.toString(), List.of("Kinds")))).getFirst();
    Map<String, String> kinds = new HashMap<>();
    JolokiaHttp.object(JolokiaHttp.object(answer).get("Kinds"))
        .forEach((name, kind) -> kinds.put(name, String.valueOf(kind)));
    return new Kinds(kinds);
  }

  @Override
  public Switches switches() {
    return switches(JolokiaHttp.object(ask(List.of(readPickglass(Asked.SWITCHES))).getFirst()));
  }

  private static Switches switches(Map<String, Object> pickglass) {
    boolean all = !Boolean.FALSE.equals(pickglass.get("Enabled"));
    return new Switches(all, Set.copyOf(texts(pickglass.get("DisabledMonitors"))));
  }

  @Override
  public void turn(boolean on) {
    turn(ObjectNames.PICKGLASS, on);
  }

  @Override
  public void turn(String monitor, boolean on) {
    SubjectBeans.check(Subject.MONITOR, List.of(monitor));
    turn(ObjectNames.taskMonitor(monitor), on);
  }

  private void turn(ObjectName bean, boolean on) {
    set(bean, "Enabled", on);
  }

  @Override
  public void changeAgent(String options) {
    set(ObjectNames.PICKGLASS, "AgentOptions", options);
  }

  @Override
  public boolean detachAgent() {
    Map<String, Object> request = request("exec", ObjectNames.PICKGLASS.toString());
    request.put("operation", "detach");
    return Boolean.TRUE.equals(change(request));
  }

  private void set(ObjectName bean, String attribute, Object value) {
    Map<String, Object> request = request("write", bean.toString());
    request.put("attribute", attribute);
    request.put("value", value);
    Object unused = change(request);
  }

  private @Nullable Object change(Map<String, Object> request) {
    try {
      return ask(List.of(request)).getFirst();
    } catch (TargetException e) {
      throw e.kind() == TargetException.Kind.REFUSED ? http.readOnly(e) : e;
    }
  }

  @Override
  public String place(String monitor) {
    SubjectBeans.check(Subject.MONITOR, List.of(monitor));
    String bean = ObjectNames.taskMonitor(monitor).toString();
    return text(JolokiaHttp.object(ask(List.of(read(bean, List.of("Place")))).getFirst()), "Place");
  }

  @Override
  public List<Interval<?>> cumulative(Subject subject, List<String> names) {
    return readAll(subject, names, "Cumulative");
  }

  @Override
  public List<Interval<?>> last(Subject subject, List<String> names) {
    return readAll(subject, names, "LastInterval");
  }

  @Override
  public List<Worker> workers(String runtime) {
    SubjectBeans.check(Subject.RUNTIME, List.of(runtime));
    Object answer =
        ask(List.of(read(ObjectNames.workers(runtime).toString(), "Workers"))).getFirst();
    return JolokiaHttp.list(answer).stream()
        .map(JolokiaHttp::object)
        .map(worker -> understood(() -> Workers.fromMap(worker)))
        .toList();
  }

  @Override
  public SlowPollReport slowPolls(String monitor, int maxStacks) {
    SubjectBeans.check(Subject.MONITOR, List.of(monitor));
    Map<String, Object> request = request("exec", ObjectNames.taskMonitor(monitor).toString());
    request.put("operation", "slowPolls(int)");
    request.put("arguments", List.of(maxStacks));
    Map<String, Object> answer = JolokiaHttp.object(ask(List.of(request)).getFirst());
    return understood(() -> SlowPollShape.fromMap(answer));
  }

  @Override
  public TaskList tasks(String query) {
    Map<String, Object> answer = askTasks("list", query);
    return understood(() -> Tasks.list(answer));
  }

  @Override
  public TaskDetail task(String id) {
    Map<String, Object> answer = askTasks("detail", id);
    return understood(() -> Tasks.detail(answer));
  }

  @Override
  public TaskEvidence evidence(String id) {
    Map<String, Object> answer = askTasks("evidence", id);
    return understood(() -> Evidence.of(answer));
  }

  private Map<String, Object> askTasks(String operation, String argument) {
    return JolokiaHttp.object(
        ask(List.of(call(ObjectNames.TASKS, operation, argument))).getFirst());
  }

  @Override
  public Resources resources() {
    return new Resources(
        name(),
        (operation, arguments) ->
            ask(List.of(call(ObjectNames.RESOURCES, operation, arguments))).getFirst());
  }

  @Override
  public WarningsAnswer warnings() {
    Object answer =
        ask(List.of(read(ObjectNames.WARNINGS.toString(), List.of("Active", "Rules")))).getFirst();
    return WarningsAnswer.of(JolokiaHttp.object(answer));
  }

  @Override
  public List<Warning> pastWarnings(int max) {
    return WarningsAnswer.warnings(ask(List.of(ofWarnings("history", max))).getFirst());
  }

  @Override
  public void warnFrom(String rule, String threshold) {
    Object unused = change(ofWarnings("setThreshold", rule, threshold));
  }

  @Override
  public void warnAs(String rule, String level) {
    Object unused = change(ofWarnings("setLevel", rule, level));
  }

  private static Map<String, Object> ofWarnings(String operation, Object... arguments) {
    return call(ObjectNames.WARNINGS, operation, arguments);
  }

  private static Map<String, Object> call(ObjectName bean, String operation, Object... arguments) {
    Map<String, Object> request = request("exec", bean.toString());
    request.put("operation", operation);
    request.put("arguments", List.of(arguments));
    return request;
  }

  @Override
  public Page intervals(Subject subject, List<String> names, long after, int max) {
    SubjectBeans.check(subject, names);
    List<Map<String, Object>> requests = new ArrayList<>();
    requests.add(readSampler(Asked.SAMPLING));
    requests.add(readPickglass(Asked.SWITCHES));
    for (String name : names) {
      Map<String, Object> request = request("exec", SubjectBeans.of(subject, name).toString());
      request.put("operation", "intervals(long,int)");
      request.put("arguments", List.of(after, max));
      requests.add(request);
    }
    List<Object> answers = ask(requests);
    Map<String, Object> sampler = JolokiaHttp.object(answers.get(0));
    Map<String, Object> pickglass = JolokiaHttp.object(answers.get(1));
    Map<String, List<Interval<?>>> intervals = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      intervals.put(names.get(i), intervals(subject, JolokiaHttp.list(answers.get(i + 2))));
    }
    return new Page(
        text(pickglass, "StartTime"),
        number(sampler, "LastSequence"),
        number(sampler, "IntervalMillis"),
        max,
        switches(pickglass),
        intervals);
  }

  @Override
  public void close() {
    http.close();
  }

  private List<Interval<?>> readAll(Subject subject, List<String> names, String attribute) {
    SubjectBeans.check(subject, names);
    if (names.isEmpty()) {
      return List.of(); // Jolokia refuses an empty list of requests
    }
    List<Map<String, Object>> requests =
        names.stream()
            .map(name -> read(SubjectBeans.of(subject, name).toString(), attribute))
            .toList();
    return intervals(subject, ask(requests));
  }

  private List<Object> ask(List<Map<String, Object>> requests) {
    return http.post(requests, timeout.get());
  }

  private List<Interval<?>> intervals(Subject subject, List<?> values) {
    return values.stream()
        .map(JolokiaHttp::object)
        .<Interval<?>>map(json -> understood(() -> SubjectBeans.interval(subject, json)))
        .toList();
  }

  private <T> T understood(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw TargetException.notUnderstood(name(), e);
    }
  }

  private static Map<String, Object> readPickglass(Object attributes) {
    return read(ObjectNames.PICKGLASS.toString(), attributes);
  }

  private static Map<String, Object> readRuntimes() {
    return read(ObjectNames.RUNTIMES.toString(), "Runtimes");
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

  private static List<String> texts(@Nullable Object json) {
    return JolokiaHttp.list(json).stream().map(String::valueOf).toList();
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.getOrDefault(name, ""));
  }

  private static long number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
