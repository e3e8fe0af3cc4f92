package io.pickglass.benchmarks.work;

import com.sun.tools.attach.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.TearDown;

/** Loads the agent into a JVM that runs, a new one each time. */
@BenchmarkMode(Mode.SingleShotTime)
public class Attachments extends Alternating {
  private static final String BEAN = "pickglass:type=Pickglass";

  private @Nullable Target target;

  /** The JVM, with everything open that has to do with us and not with the agent. */
  private record Target(ChildProcess process, VirtualMachine machine, JMXConnector connector)
      implements AutoCloseable {
    // The address is that of a process of our own.
    @SuppressWarnings("BanJNDI")
    static Target start() throws Exception {
      List<String> command = new ArrayList<>(List.of("-XX:+EnableDynamicAgentLoading"));
      command.addAll(ChildProcess.classPathWithoutLibrary());
      command.add(Idle.class.getName());
      ChildProcess process = ChildProcess.start(command);
      var _ = process.read();
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
      return new Target(process, machine, JMXConnectorFactory.connect(address));
    }

    @Override
    public void close() throws Exception {
      connector.close();
      machine.detach();
      process.close();
    }
  }

  @Override
  void begin(String variant) throws Exception {
    target = Target.start();
  }

  /** From the order to load it until the mode of tracking can be read from outside. */
  @Benchmark
  public void attach(Taken taken) throws Exception {
    Target target = Objects.requireNonNull(this.target);
    MBeanServerConnection server = target.connector().getMBeanServerConnection();
    String agent = ChildProcess.agentJar().toString();
    long before = System.nanoTime();
    target.machine().loadAgent(agent);
    Object mode = server.getAttribute(new ObjectName(BEAN), "TrackingMode");
    taken.nanos = System.nanoTime() - before;
    if (!mode.equals("EXACT")) {
      throw new IllegalStateException("polls are not seen here: " + mode);
    }
  }

  /** Ends the JVM. */
  @TearDown(Level.Iteration)
  public void end() throws Exception {
    if (target != null) {
      target.close();
    }
  }
}
