package io.pickglass.repl.target;

import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Switches;
import java.util.List;

/**
 * What a target says of itself.
 *
 * @param version of the library in it
 * @param protocolVersion of what it puts on the wire
 * @param trackingMode {@code EXACT} or {@code TASK}
 * @param reason why that mode, in a sentence
 * @param agentOptions of the agent, or an empty string while there is none
 * @param startTime when the library was started
 * @param names of its monitors and runtimes
 * @param switches which of the monitors watch new tasks
 * @param intervalMillis how often its sampler ticks
 * @param historyLength how many intervals it keeps
 * @param lastSequence the number of the last one
 */
public record Info(
    String version,
    int protocolVersion,
    String trackingMode,
    String reason,
    String agentOptions,
    String startTime,
    Names names,
    Switches switches,
    long intervalMillis,
    int historyLength,
    long lastSequence) {
  /** The protocol that this client speaks. */
  public static final int PROTOCOL = 1;

  /** The names of its monitors. */
  public List<String> monitors() {
    return names.monitors();
  }

  /** Whether its agent watches all virtual threads. */
  public boolean hasAgent() {
    return !agentOptions.isEmpty();
  }

  /** Whether every poll is seen there. */
  public boolean isExact() {
    return trackingMode.equals("EXACT");
  }
}
