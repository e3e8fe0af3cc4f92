package io.pickglass.agent;

import io.pickglass.model.Place;
import io.pickglass.monitor.Registry;
import java.util.ArrayList;
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
 * @param sections methods of these names, with their class, are sections
 * @param maxMonitors how many monitors there may be
 * @param lists how many tasks are listed one by one
 * @param names what tasks of a class are called, the first pattern that fits
 */
public record AgentOptions(
    GroupBy group,
    List<Pattern> include,
    List<Pattern> exclude,
    List<Pattern> sections,
    int maxMonitors,
    ListLimits lists,
    Map<String, List<Pattern>> names) {

  private static final String NAME = "name.";
  private static final List<String> KEYS =
      List.of(
          "group",
          "include",
          "exclude",
          "section",
          "max-monitors",
          String.join(", ", ListLimits.KEYS),
          NAME + "MONITOR");

  /** What it does if nothing is said. */
  public static final AgentOptions DEFAULT = of("");

  /**
   * Reads them. What is said twice counts the second time, patterns count both times.
   *
   * @throws IllegalArgumentException with a sentence that says what was given and what is expected
   */
  public static AgentOptions of(String text) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String setting : text.split(",")) {
      if (!setting.isBlank()) {
        read(setting.strip(), given);
      }
    }
    Map<String, List<Pattern>> names = new LinkedHashMap<>();
    // Here and below without lambdas: the JVM starts, and would link each of them first.
    for (Map.Entry<String, String> each : given.entrySet()) {
      if (each.getKey().startsWith(NAME)) {
        names.put(each.getKey().substring(NAME.length()), patterns(each.getValue()));
      }
    }
    return new AgentOptions(
        group(given.getOrDefault("group", GroupBy.SITE.toString())),
        patterns(given.getOrDefault("include", "")),
        patterns(given.getOrDefault("exclude", "")),
        patterns(given.getOrDefault("section", "")),
        limit(given.getOrDefault("max-monitors", Integer.toString(Registry.DEFAULT_LIMIT))),
        ListLimits.of(given),
        names);
  }

  private static void read(String setting, Map<String, String> given) {
    int equals = setting.indexOf('=');
    if (equals <= 0 || equals == setting.length() - 1) {
      throw new IllegalArgumentException(
          "\"" + setting + "\" is not a setting of the agent, such as group=class: " + known());
    }
    String key = setting.substring(0, equals);
    String value = setting.substring(equals + 1);
    switch (key) {
      case "group", "max-monitors" -> given.put(key, value);
      case "include", "exclude", "section" -> add(given, key, value);
      default -> {
        if (ListLimits.KEYS.contains(key)) {
          given.put(key, value);
          return;
        }
        if (!key.startsWith(NAME) || key.length() == NAME.length()) {
          throw new IllegalArgumentException(
              "the agent has no setting \"" + key + "\": " + known());
        }
        add(given, key, value);
      }
    }
  }

  private static void add(Map<String, String> given, String key, String patterns) {
    given.merge(key, patterns, (some, more) -> some + "|" + more);
  }

  private static String known() {
    return "there are " + String.join(", ", KEYS);
  }

  private static GroupBy group(String value) {
    for (GroupBy each : GroupBy.values()) {
      if (each.toString().equals(value.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "group=" + value + " is none of " + List.of(GroupBy.values()));
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
    List<Pattern> patterns = new ArrayList<>();
    for (String each : value.split("\\|")) {
      if (!each.isBlank()) {
        patterns.add(Pattern.of(each));
      }
    }
    return List.copyOf(patterns);
  }

  /** Whether tasks of that place are watched. */
  boolean isWatched(Place place) {
    return (include.isEmpty() || fitsAny(place, include)) && !fitsAny(place, exclude);
  }

  /** Whether one of them fits the class of that place, or the class with the site. */
  static boolean fitsAny(Place place, List<Pattern> patterns) {
    return Stream.of(place.className(), place.spelled())
        .anyMatch(name -> patterns.stream().anyMatch(pattern -> pattern.matches(name)));
  }

  @Override
  public String toString() {
    List<String> settings = new ArrayList<>(List.of("group=" + group));
    addTo(settings, "include", include);
    addTo(settings, "exclude", exclude);
    addTo(settings, "section", sections);
    settings.add("max-monitors=" + maxMonitors);
    lists.addTo(settings);
    names.forEach((name, patterns) -> addTo(settings, NAME + name, patterns));
    return String.join(",", settings);
  }

  private static void addTo(List<String> settings, String key, List<Pattern> patterns) {
    if (!patterns.isEmpty()) {
      settings.add(key + "=" + String.join("|", patterns.stream().map(Pattern::text).toList()));
    }
  }
}
