package io.pickglass.repl.command;

import io.pickglass.repl.target.BeanShape;
import io.pickglass.repl.target.Beans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The MBeans of a target as last heard, for completion.
 *
 * <p>Threads: any.
 */
final class KnownBeans {
  private volatile List<String> names = List.of();
  private final Map<String, BeanShape> shapes = new ConcurrentHashMap<>();

  List<String> names() {
    return names;
  }

  Optional<BeanShape> shape(String bean) {
    return Optional.ofNullable(shapes.get(bean));
  }

  /** Asks for what completing a line with these words takes. */
  void refresh(Beans beans, List<String> words) {
    List<String> all = beans.names();
    names = all;
    for (String word : words) {
      List<String> meant = BeanNames.matching(all, word);
      if (meant.size() == 1 && !shapes.containsKey(meant.getFirst())) {
        shapes.put(meant.getFirst(), beans.describe(meant.getFirst()));
      }
    }
  }

  void forget() {
    names = List.of();
    shapes.clear();
  }
}
