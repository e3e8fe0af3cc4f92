package io.pickglass.repl.command;

import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code info}. */
@Command(
    name = "info",
    description = "What the process says of itself: version, tracking mode, sampling.")
final class InfoCommand extends ReplCommand {
  InfoCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Target target = session.target();
    Info info = target.describe();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("target", target.name());
    values.put("version", info.version());
    values.put("protocolVersion", info.protocolVersion());
    values.put("trackingMode", info.trackingMode());
    values.put("trackingModeReason", info.reason());
    values.put("agentOptions", info.agentOptions());
    values.put("startTime", info.startTime());
    values.put("intervalMillis", info.intervalMillis());
    values.put("historyLength", info.historyLength());
    values.put("lastSequence", info.lastSequence());
    values.put("enabled", info.switches().all());
    values.put("disabledMonitors", info.switches().offAmong(info.monitors()));
    values.put("monitors", info.monitors());
    values.put("runtimes", info.names().runtimes());
    session.answer(
        () -> List.of(values),
        () ->
            values.entrySet().stream()
                .map(each -> Line.plain("%-18s  %s".formatted(each.getKey(), each.getValue())))
                .toList());
  }
}
