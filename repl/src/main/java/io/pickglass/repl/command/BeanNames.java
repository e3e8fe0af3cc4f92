package io.pickglass.repl.command;

import io.pickglass.repl.target.Beans;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a user means by the name of an MBean: all of it, or a part that no other has. */
final class BeanNames {
  private static final int AT_MOST = 5;

  private BeanNames() {}

  /**
   * The one that is meant.
   *
   * @throws CommandFailure where there is none or are several
   */
  static String find(Beans beans, String typed) {
    if (typed.contains(":") && !typed.contains("*") && !typed.contains("?")) {
      return typed; // all of it: the target says if it is not there
    }
    List<String> all = beans.names();
    List<String> found = matching(all, typed);
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      List<String> words =
          all.stream()
              .flatMap(name -> Arrays.stream(name.split("[:,]")))
              .map(part -> part.substring(part.indexOf('=') + 1))
              .distinct()
              .toList();
      throw CommandFailure.failed(
          "no MBean has `%s` in its name: %s`mbeans` lists all"
              .formatted(typed, Nearest.question(typed, words)));
    }
    String some =
        found.stream()
            .limit(AT_MOST)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", ", "", found.size() > AT_MOST ? ", …" : ""));
    throw CommandFailure.failed(
        "%d MBeans have `%s` in their names: give one of %s, or more of it"
            .formatted(found.size(), typed, some));
  }

  /**
   * Those that a word means: one of that name; else those that have it as a value of theirs; else
   * those that match it as a pattern with {@code *} and {@code ?}, or have it anywhere.
   */
  static List<String> matching(List<String> all, String word) {
    if (all.contains(word)) {
      return List.of(word);
    }
    // `Memory`, or `type=Memory`.
    String parts = word.contains("=") ? "[:,]" : "[:,=]";
    List<String> exact =
        all.stream().filter(name -> Arrays.asList(name.split(parts)).contains(word)).toList();
    if (exact.size() == 1) {
      return exact;
    }
    if (word.contains("*") || word.contains("?")) {
      Pattern pattern = pattern(word);
      return all.stream().filter(name -> pattern.matcher(name).find()).toList();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return all.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(lower)).toList();
  }

  /** A whole name from its domain on, or a part of one. */
  private static Pattern pattern(String word) {
    String regex =
        Arrays.stream(word.split("(?=[*?])|(?<=[*?])"))
            .map(part ->
                switch (part) {
                  case "*" -> ".*";
                  case "?" -> ".";
                  default -> Pattern.quote(part);
                })
            .collect(Collectors.joining());
    return Pattern.compile(
        word.contains(":") ? "^" + regex + "$" : regex, Pattern.CASE_INSENSITIVE);
  }
}
