package io.pickglass.repl.command;

import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.ConfigException;
import io.pickglass.repl.config.Section;
import java.util.List;
import java.util.Map;

/** How much each rule matters in this console, whatever the target says. */
final class WarningLevels {
  private static final String OFF = "off";
  private static final List<String> LEVELS = List.of(OFF, "info", "warning", "critical");

  private WarningLevels() {}

  /** Refuses levels that are none. */
  static void check(Config config) {
    config
        .get(Section.WARNINGS)
        .forEach((rule, entry) -> {
          if (!LEVELS.contains(entry.text())) {
            throw ConfigException.unfit(
                entry.origin(), "warnings." + rule, String.join(", ", LEVELS));
          }
        });
  }

  /** Without those that are off here, the others with the level that they have here. */
  static List<Warning> here(Config config, List<Warning> warnings) {
    Map<String, Config.Entry> levels = config.get(Section.WARNINGS);
    return warnings.stream()
        .filter(warning -> !level(levels, warning).equals(OFF))
        .map(warning -> with(warning, level(levels, warning)))
        .toList();
  }

  private static Warning with(Warning w, String level) {
    return new Warning(
        w.number(),
        w.name(),
        level,
        w.subjectKind(),
        w.subject(),
        w.summary(),
        w.sinceMillis(),
        w.seenMillis(),
        w.clearedMillis(),
        w.count(),
        w.maxCount(),
        w.value(),
        w.maxValue(),
        w.threshold(),
        w.unit(),
        w.tasks(),
        w.evidence());
  }

  private static String level(Map<String, Config.Entry> levels, Warning warning) {
    Config.Entry entry = levels.get(warning.name());
    return entry == null ? warning.level() : entry.text();
  }

  /** What is to be said of settings that no rule goes by. */
  static List<String> notes(Config config, List<WarningRule> rules) {
    List<String> names = rules.stream().map(WarningRule::name).toList();
    return config.get(Section.WARNINGS).entrySet().stream()
        .filter(entry -> !names.contains(entry.getKey()))
        .map(entry ->
            "%s: `warnings.%s` is no rule here: %sthere are %s"
                .formatted(
                    entry.getValue().origin(),
                    entry.getKey(),
                    Nearest.question(entry.getKey(), names),
                    String.join(", ", names)))
        .toList();
  }
}
