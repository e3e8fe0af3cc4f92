package io.pickglass.repl.command;

import io.pickglass.repl.target.LocalJvms;
import io.pickglass.repl.target.LocalJvms.Presence;
import io.pickglass.repl.target.LocalJvms.Probed;
import io.pickglass.repl.view.JvmsView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jvms}. */
@Command(
    name = "jvms",
    description = "The JVMs of this user on this machine, and whether Pickglass is in them.")
public final class JvmsCommand extends ReplCommand {
  @Option(
      names = "--probe",
      description =
          "Ask also those that show no sign of Pickglass; this starts the JMX agent in them.")
  private boolean probe;

  /** For a session. */
  public JvmsCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    List<Probed> jvms = LocalJvms.probe(session.timeout(), probe);
    Output output = session.output();
    session.answer(
        () -> jvms.stream().map(JvmsCommand::json).toList(),
        () -> JvmsView.lines(jvms, output.width(), output.symbols()));
  }

  private static Map<String, Object> json(Probed probed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pid", probed.jvm().pid());
    json.put("program", probed.jvm().program());
    if (!probed.jdk().isEmpty()) {
      json.put("jdk", probed.jdk());
    }
    if (probed.presence() != Presence.UNKNOWN) {
      json.put("pickglass", probed.presence() == Presence.YES);
    }
    if (!probed.mode().isEmpty()) {
      json.put("trackingMode", probed.mode());
    }
    if (probed.presence() == Presence.YES) {
      json.put("agentOptions", probed.agent());
    }
    return json;
  }
}
