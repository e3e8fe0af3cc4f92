package io.pickglass.repl.command;

import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.FoundJvm;
import io.pickglass.repl.target.LocalAgents;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.TargetException.Kind;
import io.pickglass.repl.view.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code detach}. */
@Command(
    name = "detach",
    description = {
      "Take the agent out of a process: virtual threads that begin from now on are not watched.",
      "Those under way are watched to their end. `attach` puts it in again."
    })
final class DetachCommand extends ReplCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROCESS",
      description =
          "A process id, a part of a main class's name, or another address as for `connect`; the one"
              + " that is connected to without.")
  private @Nullable String process;

  DetachCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (process != null) {
      connect(process);
    }
    Target target = session.target();
    String name = target.name();
    if (!target.detachAgent()) {
      throw noAgent(name);
    }
    boolean libraryStays = hasPickglass(target);
    if (!libraryStays) {
      session.disconnect();
    }
    if (session.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("target", name);
      json.put("result", "detached");
      json.put("pickglass", libraryStays);
      session.print(json);
      return;
    }
    String rest =
        libraryStays
            ? "what the program watches itself goes on"
            : "with it, the MBeans have gone; threads under way end as they would";
    session.output().line(Line.plain("the agent has left " + name + ": " + rest));
  }

  /** Without starting the JMX agent where there is nothing to talk to. */
  private void connect(String text) {
    Address address = Address.parse(text);
    if (address instanceof Address.Process || address instanceof Address.Program) {
      FoundJvm jvm = LocalAgents.find(address, session.timeout());
      if (!jvm.hasPickglass()) {
        throw noAgent(jvm.name());
      }
      var _ = session.connect(Long.toString(jvm.pid()));
    } else {
      var _ = session.connect(text);
    }
  }

  private static CommandFailure noAgent(String name) {
    return CommandFailure.failed("there is no agent in " + name + ": nothing to detach");
  }

  private static boolean hasPickglass(Target target) {
    try {
      var _ = target.describe();
      return true;
    } catch (TargetException e) {
      if (e.kind() == Kind.NO_PICKGLASS) {
        return false;
      }
      throw e;
    }
  }
}
