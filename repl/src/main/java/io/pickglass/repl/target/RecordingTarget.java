package io.pickglass.repl.target;

import io.pickglass.model.Interval;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskList;
import io.pickglass.model.Warning;
import io.pickglass.model.Worker;
import io.pickglass.mxbean.SlowPollShape;
import io.pickglass.repl.recording.Entry;
import io.pickglass.repl.recording.IntervalLine;
import io.pickglass.repl.recording.LineType;
import io.pickglass.repl.recording.Recording;
import io.pickglass.repl.recording.RecordingException;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.TargetException.Kind;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A recording, looked at as it was at a moment, at first its last one: what came later is not there
 * yet. Of what was read now and then (tasks, warnings, workers, numbers since the start) it is the
 * last reading before that moment.
 */
public final class RecordingTarget extends OverTarget {
  private final Recording recording;
  private volatile long moment = Long.MAX_VALUE;

  private RecordingTarget(Recording recording) {
    this.recording = recording;
  }

  /** Opens a file. */
  public static RecordingTarget open(Path file) {
    try {
      return new RecordingTarget(Recording.open(file));
    } catch (RecordingException e) {
      throw new TargetException(Kind.BAD_ADDRESS, String.valueOf(e.getMessage()), e);
    }
  }

  /** The file. */
  public Recording recording() {
    return recording;
  }

  /** The moment at which it is looked at. */
  public Instant moment() {
    return Instant.ofEpochMilli(Math.min(moment, recording.end()));
  }

  /** Looks at it as it was at another moment. */
  public void moment(Instant instant) {
    moment = instant.toEpochMilli() >= recording.end() ? Long.MAX_VALUE : instant.toEpochMilli();
  }

  @Override
  public String name() {
    return moment == Long.MAX_VALUE
        ? recording.name()
        : recording.name() + " at " + moment().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public boolean isLive() {
    return false;
  }

  @Override
  public Info describe() {
    return understood(() -> {
      Map<String, Object> info = info();
      long last = 0;
      int kept = 0;
      Names names = names();
      for (Subject subject : Subject.values()) {
        for (String name : names.of(subject)) {
          List<Entry> entries = upToNow(subject, name);
          kept = Math.max(kept, entries.size());
          last = entries.isEmpty() ? last : Math.max(last, entries.getLast().sequence());
        }
      }
      return new Info(
          Tasks.text(info, "version"),
          recording.header().protocol(),
          Tasks.text(info, "trackingMode"),
          Tasks.text(info, "reason"),
          Tasks.text(info, "agentOptions"),
          Tasks.text(info, "startTime"),
          names,
          switches(),
          Tasks.number(info, "intervalMillis"),
          kept,
          last);
    });
  }

  @Override
  public Names names() {
    Map<String, Object> info = info();
    return new Names(Evidence.texts(info.get("monitors")), Evidence.texts(info.get("runtimes")));
  }

  @Override
  public Switches switches() {
    Map<String, Object> info = info();
    return new Switches(
        !Boolean.FALSE.equals(info.get("enabled")),
        Set.copyOf(Evidence.texts(info.get("disabledMonitors"))));
  }

  @Override
  public Kinds kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    JolokiaHttp.object(info().get("kinds"))
        .forEach((name, kind) -> kinds.put(name, String.valueOf(kind)));
    return new Kinds(kinds);
  }

  @Override
  public List<Interval<?>> cumulative(Subject subject, List<String> names) {
    return names.stream()
        .<Interval<?>>map(name -> {
          known(subject, name);
          Entry entry = recording.last(LineType.CUMULATIVE, key(subject, name), moment);
          if (entry == null) {
            throw missing(subject, name);
          }
          return interval(entry);
        })
        .toList();
  }

  @Override
  public List<Interval<?>> last(Subject subject, List<String> names) {
    return names.stream()
        .<Interval<?>>map(name -> {
          List<Entry> entries = upToNow(subject, name);
          if (entries.isEmpty()) {
            throw missing(subject, name);
          }
          return interval(entries.getLast());
        })
        .toList();
  }

  @Override
  public Page intervals(Subject subject, List<String> names, long after, int max) {
    Info info = describe();
    Map<String, List<Interval<?>>> intervals = new LinkedHashMap<>();
    for (String name : names) {
      known(subject, name);
      intervals.put(
          name,
          upToNow(subject, name).stream()
              .filter(entry -> entry.sequence() > after)
              .limit(max)
              .<Interval<?>>map(this::interval)
              .toList());
    }
    return new Page(
        info.startTime(),
        info.lastSequence(),
        info.intervalMillis(),
        max,
        info.switches(),
        intervals);
  }

  @Override
  public List<Worker> workers(String runtime) {
    known(Subject.RUNTIME, runtime);
    Map<String, Object> line = last(LineType.WORKERS, key(Subject.RUNTIME, runtime));
    return understood(() ->
        JolokiaHttp.list(line.get("workers")).stream()
            .map(JolokiaHttp::object)
            .map(Workers::fromMap)
            .toList());
  }

  @Override
  public SlowPollReport slowPolls(String monitor, int maxStacks) {
    known(Subject.MONITOR, monitor);
    Map<String, Object> line = last(LineType.SLOW_POLLS, key(Subject.MONITOR, monitor));
    return line.isEmpty()
        ? SlowPollReport.none(monitor)
        : understood(() ->
            SlowPollShape.fromMap(JolokiaHttp.object(line.get("answer"))).withStacks(maxStacks));
  }

  @Override
  public TaskList tasks(String query) {
    return new RecordedTasks(recordedTasks()).list(query);
  }

  @Override
  public TaskDetail task(String id) {
    return new RecordedTasks(recordedTasks()).detail(id);
  }

  @Override
  public TaskEvidence evidence(String id) {
    return new RecordedTasks(recordedTasks()).evidence(id, warnings().active());
  }

  private TaskList recordedTasks() {
    Map<String, Object> line = last(LineType.TASKS, "");
    if (line.isEmpty()) {
      throw TargetException.hasNoTasks(name());
    }
    return understood(() -> Tasks.list(JolokiaHttp.object(line.get("answer"))));
  }

  @Override
  public WarningsAnswer warnings() {
    Map<String, Object> line = last(LineType.WARNINGS, "");
    if (line.isEmpty()) {
      throw WarningsAnswer.missing(name());
    }
    return understood(() ->
        WarningsAnswer.of(Map.of("Active", list(line, "active"), "Rules", list(line, "rules"))));
  }

  @Override
  public List<Warning> pastWarnings(int max) {
    List<Warning> all =
        understood(() -> WarningsAnswer.warnings(list(last(LineType.WARNINGS, ""), "past")));
    return all.subList(Math.max(0, all.size() - max), all.size());
  }

  private static List<?> list(Map<String, Object> line, String name) {
    return JolokiaHttp.list(line.get(name));
  }

  @Override
  public void close() {
    recording.close();
  }

  private Map<String, Object> info() {
    return last(LineType.INFO, "");
  }

  /** Empty if there is none. */
  private Map<String, Object> last(LineType type, String name) {
    Entry entry = recording.last(type, name, moment);
    return entry == null ? Map.of() : understood(() -> recording.read(entry));
  }

  private List<Entry> upToNow(Subject subject, String name) {
    known(subject, name);
    Entry info = recording.last(LineType.INFO, "", moment);
    int life = info == null ? 0 : info.life();
    return recording.intervals(subject, name).stream()
        .filter(entry -> entry.at() <= moment && entry.life() == life)
        .toList();
  }

  private void known(Subject subject, String name) {
    if (!names().of(subject).contains(name)) {
      throw missing(subject, name);
    }
  }

  private static TargetException missing(Subject subject, String name) {
    return new TargetException(
        subject == Subject.MONITOR ? Kind.NO_SUCH_MONITOR : Kind.NO_SUCH_RUNTIME, name);
  }

  private Interval<?> interval(Entry entry) {
    return understood(() -> IntervalLine.of(recording.read(entry), recording.header().metrics()));
  }

  private static String key(Subject subject, String name) {
    return Recording.key(subject, name);
  }

  private <T> T understood(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (RecordingException e) {
      throw new TargetException(Kind.UNREACHABLE, String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw TargetException.notUnderstood(name(), e);
    }
  }
}
