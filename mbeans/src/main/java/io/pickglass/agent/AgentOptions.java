package io.pickglass.agent;

import io.pickglass.monitor.Registry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the agent shall do: {@code key=value} with commas between. Patterns are names of classes in
 * which {@code *} stands for anything; several are separated by {@code |}.
 *
 * @param group by what tasks are put into monitors
 * @param include only tasks of these classes are watched; of all if it is empty
 * @param exclude tasks of these classes are not
 * @param maxMonitors how many monitors there may be
 * @param names what tasks of a class are called, the first pattern that fits
 */
public record AgentOptions(
    GroupBy group,
    List<Pattern> include,
    List<Pattern> exclude,
    int maxMonitors,
    Map<String, List<Pattern>> names) {

  private static final String NAME = "name.";
  private static final List<String> KEYS =
      List.of("group", "include", "exclude", "max-monitors", NAME + "MONITOR");

  /** What it does if nothing is said. */
  public static final AgentOptions DEFAULT =
      new AgentOptions(GroupBy.SITE, List.of(), List.of(), Registry.DEFAULT_LIMIT, Map.of());

  /**
   * Reads them. An empty text stands for {@link #DEFAULT}.
   *
   * @throws IllegalArgumentException with a sentence that says what was given and what is expected
   */
  public static AgentOptions of(String text) {
    AgentOptions options = DEFAULT;
    for (String each : text.split(",")) {
      if (!each.isBlank()) {
        options = options.with(each.strip());
      }
    }
    return options;
  }

  private AgentOptions with(String setting) {
    int equals = setting.indexOf('=');
    String key = equals < 0 ? setting : setting.substring(0, equals);
    String value = equals < 0 ? "" : setting.substring(equals + 1);
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + setting + "\" is not a setting of the agent, such as group=class: " + known());
    }
    return switch (key) {
      case "group" -> new AgentOptions(group(value), include, exclude, maxMonitors, names);
      case "include" -> new AgentOptions(group, patterns(value), exclude, maxMonitors, names);
      case "exclude" -> new AgentOptions(group, include, patterns(value), maxMonitors, names);
      case "max-monitors" -> new AgentOptions(group, include, exclude, limit(value), names);
      default -> withName(key, value);
    };
  }

  private AgentOptions withName(String key, String value) {
    if (!key.startsWith(NAME) || key.length() == NAME.length()) {
      throw new IllegalArgumentException("the agent has no setting \"" + key + "\": " + known());
    }
    Map<String, List<Pattern>> more = new LinkedHashMap<>(names);
    more.merge(key.substring(NAME.length()), patterns(value), AgentOptions::both);
    return new AgentOptions(group, include, exclude, maxMonitors, more);
  }

  private static String known() {
    return "there are " + String.join(", ", KEYS);
  }

  private static GroupBy group(String value) {
    return Arrays.stream(GroupBy.values())
        .filter(each -> each.toString().equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "group=" + value + " is none of " + List.of(GroupBy.values())));
  }

  private static int limit(String value) {
    try {
      int limit = Integer.parseInt(value);
      if (limit > 0) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("max-monitors=" + value + " is not a number above 0");
  }

  private static List<Pattern> patterns(String value) {
    return Stream.of(value.split("\\|")).filter(s -> !s.isBlank()).map(Pattern::of).toList();
  }

  private static List<Pattern> both(List<Pattern> some, List<Pattern> more) {
    List<Pattern> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Whether tasks of that place are watched. */
  boolean isWatched(Place place) {
    return (include.isEmpty() || place.matchesAny(include)) && !place.matchesAny(exclude);
  }

  @Override
  public String toString() {
    List<String> settings = new ArrayList<>(List.of("group=" + group));
    addTo(settings, "include", include);
    addTo(settings, "exclude", exclude);
    settings.add("max-monitors=" + maxMonitors);
    names.forEach((name, patterns) -> addTo(settings, NAME + name, patterns));
    return String.join(",", settings);
  }

  private static void addTo(List<String> settings, String key, List<Pattern> patterns) {
    if (!patterns.isEmpty()) {
      settings.add(key + "=" + String.join("|", patterns.stream().map(Pattern::text).toList()));
    }
  }
}
