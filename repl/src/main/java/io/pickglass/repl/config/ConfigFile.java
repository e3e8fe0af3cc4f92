package io.pickglass.repl.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads one file. Loads the reader of TOML only where there is something to read. */
final class ConfigFile {
  private static final Set<String> TRUTHS = Set.of("tls", "any_host");
  private static final Set<String> SECRETS =
      Set.of("password", "trust_store_password", "client_key_password");

  private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("//[^/\\s:@]*:\\S*@");

  private final String label;
  private final Map<List<String>, Object> values = new LinkedHashMap<>();

  private ConfigFile(String label) {
    this.label = label;
  }

  /**
   * What it sets, by path.
   *
   * @param label how people call the file
   * @throws ConfigException where it is not as it should be
   */
  static Map<List<String>, Object> read(Path file, String label) {
    try {
      return parse(Files.readString(file), label);
    } catch (IOException e) {
      throw new ConfigException(
          "%s cannot be read (%s): give a text file in UTF-8, or take it away"
              .formatted(label, e.getClass().getSimpleName()));
    }
  }

  static Map<List<String>, Object> parse(String text, String label) {
    ConfigFile file = new ConfigFile(label);
    try {
      JsonNode root = TomlMapper.builder().build().readTree(text);
      root.properties().forEach(entry -> file.top(entry.getKey(), entry.getValue()));
    } catch (JacksonException e) {
      // Not its words: they may repeat what stands there, and that may be a secret.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ConfigException(
          "%s is not TOML at line %d: write such as `timeout = \"5s\"`, text in quotes, each key once"
              .formatted(label, line));
    }
    return file.values;
  }

  private void top(String key, JsonNode value) {
    if (Key.labelled(key).isPresent()) {
      boolean truth = Key.labelled(key).get().byDefault() instanceof Boolean;
      put(List.of(key), value, truth);
      return;
    }
    List<String> known = new ArrayList<>(Key.labels());
    known.addAll(Section.labels());
    Section section =
        Section.labelled(key)
            .orElseThrow(() -> ConfigException.unknown(label, List.of(key), known));
    if (!value.isObject()) {
      throw ConfigException.unfit(label, key, "a table, [" + key + "]");
    }
    value
        .properties()
        .forEach(entry -> {
          List<String> path = List.of(key, entry.getKey());
          if (section == Section.TARGET) {
            target(path, entry.getValue());
          } else {
            put(path, entry.getValue(), false);
          }
        });
  }

  private void target(List<String> path, JsonNode table) {
    if (!table.isObject()) {
      throw ConfigException.unfit(
          label, String.join(".", path), "a table, [" + String.join(".", path) + "]");
    }
    table
        .properties()
        .forEach(entry -> {
          String key = entry.getKey();
          List<String> full = List.of(path.getFirst(), path.getLast(), key);
          if (!Section.TARGET_KEYS.contains(key)) {
            throw ConfigException.unknown(label, full, Section.TARGET_KEYS);
          }
          put(full, entry.getValue(), TRUTHS.contains(key));
          if (SECRETS.contains(key) && !entry.getValue().asString().matches("(env|file):.+|ask")) {
            throw ConfigException.unfit(
                label,
                String.join(".", full),
                "env:NAME, file:PATH or ask, never the password itself");
          }
        });
    if (!table.has("address")) {
      throw ConfigException.unfit(label, String.join(".", path), "it an address");
    }
  }

  private void put(List<String> path, JsonNode value, boolean truth) {
    if (truth ? !value.isBoolean() : !value.isString() && !value.isIntegralNumber()) {
      throw ConfigException.unfit(
          label, String.join(".", path), truth ? "true or false" : "a text in quotes");
    }
    if (PASSWORD_IN_ADDRESS.matcher(value.asString("")).find()) {
      throw ConfigException.unfit(
          label,
          String.join(".", path),
          "the address without a password, and user and password in [target.NAME]");
    }
    values.put(path, truth ? (Object) value.booleanValue() : value.asString());
  }
}
