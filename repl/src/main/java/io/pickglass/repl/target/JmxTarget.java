package io.pickglass.repl.target;

import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.repl.series.Page;
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
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A target over JMX. JMX has no bulk request: a question about several beans asks for all of them
 * at once, so that it takes the time of one round trip.
 */
public final class JmxTarget implements Target {
  // The client's own checks would log to the screen when a target ends; our questions find out.
  private static final Map<String, ?> NO_CHECKS =
      Map.of("jmx.remote.x.client.connection.check.period", 0L);

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

  // The address is what the user typed, and looking it up is what was asked for.
  @SuppressWarnings("BanJNDI")
  static JmxTarget connect(JMXServiceURL url, String name, Supplier<Duration> timeout) {
    return Deadline.call(
        timeout.get(),
        name,
        () -> {
          try {
            JMXConnector connector = JMXConnectorFactory.connect(url, NO_CHECKS);
            return new JmxTarget(connector, connector.getMBeanServerConnection(), name, timeout);
          } catch (IOException | SecurityException e) {
            throw JmxQuestions.notConnected(name, e);
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Info describe() {
    return ask(() -> {
      List<Answers> answers =
          Parallel.map(
              List.of(ObjectNames.PICKGLASS, ObjectNames.SAMPLER),
              bean -> JmxQuestions.attributes(connection, bean));
      Answers pickglass = answers.get(0);
      Answers sampler = answers.get(1);
      return new Info(
          pickglass.text("Version"),
          (int) pickglass.number("ProtocolVersion"),
          pickglass.text("TrackingMode"),
          pickglass.text("TrackingModeReason"),
          pickglass.text("StartTime"),
          pickglass.texts("Monitors"),
          pickglass.switches(),
          sampler.number("IntervalMillis"),
          (int) sampler.number("HistoryLength"),
          sampler.number("LastSequence"));
    });
  }

  @Override
  public List<String> monitors() {
    return ask(
        () -> List.of((String[]) connection.getAttribute(ObjectNames.PICKGLASS, "Monitors")));
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
    turn(ObjectNames.PICKGLASS, on);
  }

  @Override
  public void turn(String monitor, boolean on) {
    MonitorNames.check(List.of(monitor));
    turn(ObjectNames.taskMonitor(monitor), on);
  }

  private void turn(ObjectName bean, boolean on) {
    boolean unused =
        ask(() -> {
          connection.setAttribute(bean, new Attribute("Enabled", on));
          return on;
        });
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
          Parallel.toMap(monitors, monitor -> intervals(monitor, after, max)));
    });
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

  private List<TaskInterval> readAll(List<String> monitors, String attribute) {
    MonitorNames.check(monitors);
    return ask(() -> Parallel.map(monitors, monitor -> read(monitor, attribute)));
  }

  private TaskInterval read(String monitor, String attribute) throws JMException, IOException {
    ObjectName bean = ObjectNames.taskMonitor(monitor);
    return TaskIntervals.fromComposite((CompositeData) connection.getAttribute(bean, attribute));
  }

  private List<TaskInterval> intervals(String monitor, long after, int max)
      throws JMException, IOException {
    Object[] arguments = {after, max};
    String[] signature = {"long", "int"};
    ObjectName bean = ObjectNames.taskMonitor(monitor);
    CompositeData[] data =
        (CompositeData[]) connection.invoke(bean, "intervals", arguments, signature);
    return Arrays.stream(data).map(TaskIntervals::fromComposite).toList();
  }

  private <T> T ask(JmxQuestions.Question<T> question) {
    return Deadline.call(
        timeout.get(),
        name,
        () -> {
          try {
            return question.ask();
          } catch (JMException | IOException | SecurityException e) {
            throw JmxQuestions.failed(name, e);
          } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            throw TargetException.notUnderstood(name, e);
          }
        });
  }
}
