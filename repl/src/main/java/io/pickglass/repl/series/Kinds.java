package io.pickglass.repl.series;

import io.pickglass.catalog.RuntimeKind;
import java.util.Map;

/**
 * Of what kind the runtimes of a target are. An older target does not tell, and a newer one may
 * have kinds that we do not know.
 *
 * @param byRuntime the kinds by name, as they stand in JSON
 */
public record Kinds(Map<String, String> byRuntime) {
  /** Where nothing is told. */
  public static final Kinds NONE = new Kinds(Map.of());

  /** In few letters; empty where it is not told. */
  public String brief(String runtime) {
    return switch (of(runtime)) {
      case "VIRTUAL_THREADS" -> "scheduler";
      case "FORK_JOIN_POOL" -> "fork-join";
      case "THREAD_POOL" -> "thread pool";
      case String other -> other;
    };
  }

  /** As a programmer calls it; empty where it is not told. */
  public String text(String runtime) {
    String kind = of(runtime);
    for (RuntimeKind known : RuntimeKind.values()) {
      if (known.name().equals(kind)) {
        return known.text();
      }
    }
    return kind;
  }

  /** As it stands in JSON; empty where it is not told. */
  public String of(String runtime) {
    return byRuntime.getOrDefault(runtime, "");
  }
}
