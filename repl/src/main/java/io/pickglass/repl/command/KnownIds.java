package io.pickglass.repl.command;

import java.util.List;
import java.util.function.Function;

/**
 * The ids that were shown last, for completion.
 *
 * <p>Threads: commands change it, one at a time. Who completes a line in another thread sees the
 * last ones.
 */
final class KnownIds {
  private volatile List<String> tasks = List.of();
  private volatile List<String> resources = List.of();

  List<String> tasks() {
    return tasks;
  }

  <T> void tasks(List<T> shown, Function<T, String> id) {
    tasks = ids(shown, id);
  }

  List<String> resources() {
    return resources;
  }

  <T> void resources(List<T> shown, Function<T, String> id) {
    resources = ids(shown, id);
  }

  void forget() {
    tasks = List.of();
    resources = List.of();
  }

  private static <T> List<String> ids(List<T> shown, Function<T, String> id) {
    return shown.stream().map(id).filter(each -> !each.isEmpty()).distinct().toList();
  }
}
