package io.pickglass.repl.demo;

import java.util.ArrayList;
import java.util.List;

/** Where the demo can be reached, as lines for people. */
final class Addresses {
  private final List<String> wires = new ArrayList<>();

  void jolokia(int port) {
    String url = "http://127.0.0.1:" + port + "/jolokia";
    wires.add("  Jolokia     " + url);
    wires.add("              curl -H 'Origin: pickglass' -g '" + url + "/read/pickglass:*'");
  }

  void exporter(int port) {
    wires.add("  Prometheus  curl http://127.0.0.1:" + port + "/metrics");
  }

  /**
   * The lines.
   *
   * @param said what the demo printed: {@code service URL}
   */
  List<String> lines(long pid, List<String> said) {
    List<String> lines = new ArrayList<>();
    lines.add("the demo runs as process " + pid);
    said.stream()
        .filter(line -> line.startsWith("service "))
        .forEach(line -> lines.add("  service     " + line.substring("service ".length())));
    lines.addAll(wires);
    lines.add("  JMX         process " + pid + " (JConsole, VisualVM)");
    return lines;
  }
}
