package io.pickglass.repl.command;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names that the user has given to commands: of the configuration, and of this session. */
public final class Aliases {
  private static final int AT_MOST = 1_000;

  private final Map<String, String> meanings = new TreeMap<>();

  Aliases(Config config) {
    config.get(Section.ALIAS).forEach((name, entry) -> meanings.put(name, entry.text()));
  }

  /** All, by name. */
  public Map<String, String> all() {
    return meanings;
  }

  void put(String name, String commands) {
    meanings.put(name, commands);
  }

  boolean remove(String name) {
    return meanings.remove(name) != null;
  }

  /**
   * The commands with what aliases stand for in their place. What follows an alias goes to the last
   * of its commands. An alias in its own meaning is the command of that name, as in a shell.
   *
   * @throws CommandFailure where what one stands for cannot be read
   */
  List<List<String>> expand(List<List<String>> commands) {
    List<List<String>> expanded = new ArrayList<>();
    commands.forEach(words -> expand(words, Set.of(), expanded));
    return expanded;
  }

  private void expand(List<String> words, Set<String> inside, List<List<String>> expanded) {
    String name = words.getFirst();
    String meaning = meanings.get(name);
    if (meaning == null || inside.contains(name)) {
      expanded.add(words);
      if (expanded.size() > AT_MOST) {
        throw CommandFailure.usage(
            "the aliases stand for more than %d commands: let them stand for fewer"
                .formatted(AT_MOST));
      }
      return;
    }
    Set<String> deeper = new HashSet<>(inside);
    deeper.add(name);
    List<List<String>> parts = Words.commands(meaning);
    for (int i = 0; i < parts.size(); i++) {
      List<String> part = new ArrayList<>(parts.get(i));
      if (i == parts.size() - 1) {
        part.addAll(words.subList(1, words.size()));
      }
      expand(part, deeper, expanded);
    }
  }
}
