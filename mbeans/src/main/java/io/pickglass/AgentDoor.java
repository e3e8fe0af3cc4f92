package io.pickglass;

import io.pickglass.agent.Agent;
import io.pickglass.agent.AgentOptions;
import io.pickglass.agent.Door;
import io.pickglass.agent.Sections;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.jmx.AgentControl;
import io.pickglass.model.Outcome;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the agent comes in. Its entrance finds it by name, for that is compiled for older JDKs.
 *
 * <p>Errors: what is wrong with the options is said in a sentence, and they are left out: at start
 * all of them, later nothing changes.
 */
final class AgentDoor extends Door {
  static {
    open(new AgentDoor());
  }

  /** What the library's MBean does. */
  static final AgentControl CONTROL =
      new AgentControl() {
        @Override
        public String options() {
          Agent agent = Pickglass.agent();
          return agent.isOn() ? agent.options().toString() : "";
        }

        @Override
        public void change(String options) {
          AgentOptions wanted = AgentOptions.of(options);
          if (!Pickglass.agent().isOn()) {
            throw new IllegalArgumentException("there is no agent here: attach it");
          }
          Pickglass.agent().change(wanted);
        }

        @Override
        public boolean detach() {
          return end();
        }
      };

  /** What the sections of methods are made of. */
  static final Sections SECTIONS =
      new Sections() {
        @Override
        public Object enter(String name) {
          return Pickglass.section(name);
        }

        @Override
        public void leave(Object section, @Nullable Throwable thrown) {
          ((Section) section).close(thrown == null ? Outcome.RETURNED : Outcome.FAILED);
        }
      };

  private AgentDoor() {}

  /** All virtual threads of the application are watched from the first one on. */
  @Override
  protected void premain(String text, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    AgentOptions options = readOrNull(text, "begins without its options");
    begin(instrumentation, options == null ? AgentOptions.DEFAULT : options);
    // The application need not wait for MBeans.
    background(
        "pickglass-start",
        new Runnable() {
          @Override
          public void run() {
            Pickglass.ensureRunning();
          }
        });
  }

  /** Begins, or goes on with other options. */
  @Override
  protected void agentmain(String text, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    AgentOptions options = readOrNull(text, "has changed nothing");
    if (options != null) {
      begin(instrumentation, options);
      Pickglass.ensureRunning();
      // Whoever has attached us may ask at once.
      var _ = Pickglass.tracking();
    }
  }

  private static @Nullable AgentOptions readOrNull(String text, String otherwise) {
    try {
      return AgentOptions.of(text);
    } catch (IllegalArgumentException e) {
      System.err.println("Pickglass " + otherwise + ": " + e.getMessage() + ".");
      return null;
    }
  }

  private static void begin(Instrumentation instrumentation, AgentOptions options)
      throws ReflectiveOperationException {
    Agent.open(instrumentation, AgentDoor.class.getModule());
    // What can be seen here? The first who makes a virtual thread waits for the answer, and nobody
    // else. No lambdas here: each costs the JVM that starts half a millisecond.
    background(
        "pickglass-check",
        new Runnable() {
          @Override
          public void run() {
            var _ = VirtualThreads.tracking();
          }
        });
    Pickglass.agent().begin(instrumentation, options);
  }

  private static void background(String name, Runnable code) {
    Thread thread = new Thread(null, code, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /** Ends what the agent has begun; what the application has started itself goes on. */
  private static boolean end() {
    boolean ended = false;
    try {
      ended = Pickglass.agent().end();
    } catch (ReflectiveOperationException | RuntimeException e) {
      Guard.caught(e);
    }
    Pickglass.endIfUnused();
    return ended;
  }
}
