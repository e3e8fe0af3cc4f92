package io.pickglass.repl.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is in force as the text of a file, with where each setting comes from. */
public final class ConfigText {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int COMMENT_AT = 40;

  private ConfigText() {}

  /** The lines. */
  public static List<String> lines(Config config) {
    List<String> lines = new ArrayList<>();
    for (Key key : Key.values()) {
      Config.Entry entry = config.get(key);
      String text = line(key.label(), entry.value());
      boolean unset = entry.value().equals("");
      lines.add(
          unset
              ? commented("# " + text, "not set: " + key.meaning())
              : commented(text, entry.origin()));
    }
    section(lines, Section.ALIAS.label(), config.get(Section.ALIAS));
    section(lines, Section.WARNINGS.label(), config.get(Section.WARNINGS));
    config
        .targets()
        .forEach(
            (name, entries) -> section(lines, Section.TARGET.label() + "." + key(name), entries));
    return lines;
  }

  private static void section(List<String> lines, String name, Map<String, Config.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("[" + name + "]");
    entries.forEach(
        (key, entry) -> lines.add(commented(line(key(key), entry.value()), entry.origin())));
  }

  private static String line(String key, Object value) {
    return key + " = " + (value instanceof Boolean ? value : quoted(value.toString()));
  }

  private static String commented(String text, String comment) {
    return text + " ".repeat(Math.max(2, COMMENT_AT - text.length())) + "# " + comment;
  }

  private static String key(String name) {
    return BARE.matcher(name).matches() ? name : quoted(name);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
