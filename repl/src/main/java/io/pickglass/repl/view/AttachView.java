package io.pickglass.repl.view;

import io.pickglass.repl.target.FoundJvm;
import io.pickglass.repl.target.Info;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is said after the agent was put into a process.
 *
 * @param jvm as it was found before
 * @param info what it says of itself now
 * @param oldOptions those of the agent that was there; an empty string if there was none
 * @param took how long it was loaded
 */
public record AttachView(FoundJvm jvm, Result result, Info info, String oldOptions, Duration took) {
  /** What was done. */
  public enum Result {
    /** The agent is new there. */
    ATTACHED,
    /** It was there, and does something else now. */
    CHANGED,
    /** It was there, and does what it did. */
    UNCHANGED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The answer for people.
   *
   * @param urls by name, where other agents answer that were loaded with it
   */
  public List<Line> lines(Map<String, String> urls) {
    List<Line> lines = new ArrayList<>();
    String options = info.agentOptions();
    lines.add(
        Line.plain(
            switch (result) {
              case ATTACHED ->
                  "the agent is in %s after %d ms: %s"
                      .formatted(jvm.name(), took.toMillis(), options);
              case CHANGED ->
                  "the agent in %s goes on with %s instead of %s"
                      .formatted(jvm.name(), options, oldOptions);
              case UNCHANGED ->
                  "the agent is in %s already, unchanged: %s".formatted(jvm.name(), options);
            }));
    lines.add(Line.plain("tracking mode " + info.trackingMode() + ": " + info.reason()));
    urls.forEach((name, url) -> lines.add(Line.plain(name + ": " + url)));
    return lines;
  }

  /** What must be known besides. */
  public List<String> remarks(boolean hasNewJolokia) {
    List<String> remarks = new ArrayList<>();
    if (result == Result.ATTACHED) {
      remarks.add("virtual threads that were alive before are not watched");
    }
    if (!info.isExact() && jvm.hasPickglass()) {
      remarks.add(
          "the library was used there before the agent opened java.lang, and stays in tracking mode"
              + " %s: start the program with the agent to see its polls"
                  .formatted(info.trackingMode()));
    }
    if (hasNewJolokia && !jvm.answersHttpAtOnce()) {
      remarks.add(
          "Jolokia takes 44 ms for each kept-alive request there: only at the program's start can"
              + " -Dsun.net.httpserver.nodelay=true prevent it");
    }
    return remarks;
  }

  /** The answer for programs. */
  public Map<String, Object> json(Map<String, String> urls) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pid", jvm.pid());
    json.put("jdk", jvm.jdk());
    json.put("result", result.toString());
    json.put("agentOptions", info.agentOptions());
    if (result == Result.CHANGED) {
      json.put("oldAgentOptions", oldOptions);
    }
    if (result == Result.ATTACHED) {
      json.put("loadMillis", took.toMillis());
    }
    json.put("trackingMode", info.trackingMode());
    json.put("trackingModeReason", info.reason());
    json.putAll(urls);
    return json;
  }
}
