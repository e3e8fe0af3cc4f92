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
import io.pickglass.repl.target.JmxQuestions.Answers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXServiceURL;

/**
 * A target over JMX. JMX has no bulk request: a question about several beans asks for all of them
 * at once, so that it takes the time of one round trip.
 */
public final class JmxTarget implements Target {
  private final JMXConnector connector;
  private final MBeanServerConnection connection;
  private final String name;
  private final Supplier<Duration> timeout;

  private JmxTarget(
      JMXConnector connector,
      MBeanServerConnection connection,
      String name,
      Supplier<Duration> timeout) {
    this.connector = connector;
    this.connection = connection;
    this.name = name;
    this.timeout = timeout;
  }

  static JmxTarget connect(
      JMXServiceURL url, String name, Access access, Supplier<Duration> timeout) {
    return Deadline.call(
        timeout.get(),
        name,
        () -> {
          try {
            JMXConnector connector = JmxDoor.open(url, name, access);
            return new JmxTarget(connector, connector.getMBeanServerConnection(), name, timeout);
          } catch (IOException | SecurityException e) {
            throw JmxFailures.notConnected(name, access, e);
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Beans beans() {
    return new JmxBeans(connection, name, timeout);
  }

  @Override
  public Info describe() {
    return ask(() -> {
      List<Answers> answers =
          Parallel.map(
              List.of(ObjectNames.PICKGLASS, ObjectNames.SAMPLER, ObjectNames.RUNTIMES),
              this::about);
      Answers pickglass = answers.get(0);
      Answers sampler = answers.get(1);
      return new Info(
          pickglass.text("Version"),
          (int) pickglass.number("ProtocolVersion"),
          pickglass.text("TrackingMode"),
          pickglass.text("TrackingModeReason"),
          pickglass.text("AgentOptions"),
          pickglass.text("StartTime"),
          new Names(pickglass.texts("Monitors"), answers.get(2).texts("Runtimes")),
          pickglass.switches(),
          sampler.number("IntervalMillis"),
          (int) sampler.number("HistoryLength"),
          sampler.number("LastSequence"));
    });
  }

  private Answers about(ObjectName bean) throws JMException, IOException {
    return bean.equals(ObjectNames.RUNTIMES)
        ? JmxQuestions.runtimes(connection)
        : JmxQuestions.attributes(connection, bean);
  }

  @Override
  public Names names() {
    return ask(() -> {
      List<Answers> answers =
          Parallel.map(List.of(ObjectNames.PICKGLASS, ObjectNames.RUNTIMES), this::about);
      return new Names(answers.get(0).texts("Monitors"), answers.get(1).texts("Runtimes"));
    });
  }

  @Override
  public Kinds kinds() {
    return ask(() -> about(ObjectNames.RUNTIMES).kinds());
  }

  @Override
  public Switches switches() {
    return ask(() -> switchesAndStart().switches());
  }

  private Answers switchesAndStart() throws JMException, IOException {
    return JmxQuestions.attributes(
        connection, ObjectNames.PICKGLASS, "StartTime", "Enabled", "DisabledMonitors");
  }

  @Override
  public void turn(boolean on) {
    set(ObjectNames.PICKGLASS, "Enabled", on);
  }

  @Override
  public void turn(String monitor, boolean on) {
    SubjectBeans.check(Subject.MONITOR, List.of(monitor));
    set(ObjectNames.taskMonitor(monitor), "Enabled", on);
  }

  @Override
  public void changeAgent(String options) {
    set(ObjectNames.PICKGLASS, "AgentOptions", options);
  }

  @Override
  public boolean detachAgent() {
    return ask(() -> (boolean) connection.invoke(ObjectNames.PICKGLASS, "detach", null, null));
  }

  private void set(ObjectName bean, String attribute, Object value) {
    boolean unused =
        ask(() -> {
          connection.setAttribute(bean, new Attribute(attribute, value));
          return true;
        });
  }

  /** Whether a class of that name is loaded there; unknown is yes. */
  boolean mayHaveLoaded(String className) {
    return ask(() -> JmxQuestions.mayHaveLoaded(connection, className));
  }

  @Override
  public String place(String monitor) {
    SubjectBeans.check(Subject.MONITOR, List.of(monitor));
    ObjectName bean = ObjectNames.taskMonitor(monitor);
    return ask(() -> JmxQuestions.attributes(connection, bean, "Place").text("Place"));
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
  public Page intervals(Subject subject, List<String> names, long after, int max) {
    SubjectBeans.check(subject, names);
    return ask(() -> {
      // The sampler first: what it had finished then, every monitor has when it is read.
      Answers sampler = JmxQuestions.attributes(connection, ObjectNames.SAMPLER);
      Answers pickglass = switchesAndStart();
      return new Page(
          pickglass.text("StartTime"),
          sampler.number("LastSequence"),
          sampler.number("IntervalMillis"),
          max,
          pickglass.switches(),
          Parallel.toMap(names, name -> intervals(subject, name, after, max)));
    });
  }

  @Override
  public List<Worker> workers(String runtime) {
    SubjectBeans.check(Subject.RUNTIME, List.of(runtime));
    return ask(() ->
        Arrays.stream(
                (CompositeData[]) connection.getAttribute(ObjectNames.workers(runtime), "Workers"))
            .map(Workers::fromComposite)
            .toList());
  }

  @Override
  public SlowPollReport slowPolls(String monitor, int maxStacks) {
    SubjectBeans.check(Subject.MONITOR, List.of(monitor));
    Object[] arguments = {maxStacks};
    String[] signature = {"int"};
    ObjectName bean = ObjectNames.taskMonitor(monitor);
    return ask(() ->
        SlowPollShape.fromComposite(
            (CompositeData) connection.invoke(bean, "slowPolls", arguments, signature)));
  }

  @Override
  public TaskList tasks(String query) {
    return ask(() -> Tasks.list(askTasks("list", query)));
  }

  @Override
  public TaskDetail task(String id) {
    return ask(() -> Tasks.detail(askTasks("detail", id)));
  }

  @Override
  public TaskEvidence evidence(String id) {
    return ask(() -> Evidence.of(askTasks("evidence", id)));
  }

  private Map<String, Object> askTasks(String operation, String argument)
      throws JMException, IOException {
    return JolokiaHttp.object(
        JmxQuestions.call(connection, ObjectNames.TASKS, operation, argument));
  }

  @Override
  public Resources resources() {
    return new Resources(
        name,
        (operation, arguments) ->
            ask(() -> JmxQuestions.call(connection, ObjectNames.RESOURCES, operation, arguments)));
  }

  @Override
  public WarningsAnswer warnings() {
    return ask(() ->
        ofWarnings(() ->
            WarningsAnswer.of(
                JmxQuestions.attributes(connection, ObjectNames.WARNINGS, "Active", "Rules")
                    .values())));
  }

  @Override
  public List<Warning> pastWarnings(int max) {
    return WarningsAnswer.warnings(invoke("history", max));
  }

  @Override
  public void warnFrom(String rule, String threshold) {
    Object unused = invoke("setThreshold", rule, threshold);
  }

  @Override
  public void warnAs(String rule, String level) {
    Object unused = invoke("setLevel", rule, level);
  }

  private Object invoke(String operation, Object... arguments) {
    return ask(() ->
        ofWarnings(
            () -> JmxQuestions.call(connection, ObjectNames.WARNINGS, operation, arguments)));
  }

  private <T> T ofWarnings(JmxQuestions.Question<T> question) throws JMException, IOException {
    try {
      return question.ask();
    } catch (InstanceNotFoundException e) {
      throw WarningsAnswer.missing(name);
    }
  }

  @Override
  public void close() {
    // Closing talks to the target, which may be the one that hangs.
    Thread.ofVirtual()
        .start(() -> {
          try {
            connector.close();
          } catch (IOException e) {
            // It is gone: that is as good as closed.
          }
        });
  }

  private List<Interval<?>> readAll(Subject subject, List<String> names, String attribute) {
    SubjectBeans.check(subject, names);
    return ask(() -> Parallel.map(names, name -> read(subject, name, attribute)));
  }

  private Interval<?> read(Subject subject, String name, String attribute)
      throws JMException, IOException {
    ObjectName bean = SubjectBeans.of(subject, name);
    return SubjectBeans.interval(subject, (CompositeData) connection.getAttribute(bean, attribute));
  }

  private List<Interval<?>> intervals(Subject subject, String name, long after, int max)
      throws JMException, IOException {
    Object[] arguments = {after, max};
    String[] signature = {"long", "int"};
    ObjectName bean = SubjectBeans.of(subject, name);
    CompositeData[] data =
        (CompositeData[]) connection.invoke(bean, "intervals", arguments, signature);
    return Arrays.stream(data)
        .<Interval<?>>map(one -> SubjectBeans.interval(subject, one))
        .toList();
  }

  private <T> T ask(JmxQuestions.Question<T> question) {
    return Deadline.call(
        timeout.get(),
        name,
        () -> {
          try {
            return question.ask();
          } catch (JMException | JMRuntimeException | IOException | SecurityException e) {
            throw JmxFailures.failed(name, e);
          } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            throw TargetException.notUnderstood(name, e);
          }
        });
  }
}
