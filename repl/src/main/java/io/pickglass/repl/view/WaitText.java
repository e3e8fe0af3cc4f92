package io.pickglass.repl.view;

import io.pickglass.model.Wait;
import java.util.List;
import java.util.stream.Collectors;

/** What is waited for and by whom, in words. */
public final class WaitText {
  private static final String NANOS = "Nanos=";

  private WaitText() {}

  /** Somebody: an id, and what it is called. */
  public static String who(String id, String name) {
    return name.isEmpty() || name.equals(id) ? id : id + " `" + TaskText.clean(name) + "`";
  }

  /** A thing: an id, and what it is. */
  public static String what(String id, String type) {
    return type.isEmpty() ? id : id + " (" + TaskText.clean(type) + ")";
  }

  /** Who has it, and since when that is known. */
  public static String holder(String id, String name, long heldNanos, Symbols symbols) {
    String since =
        heldNanos <= 0 ? "" : ", for " + Durations.detailed(heldNanos, symbols) + " at least";
    return id.isEmpty() ? "" : who(id, name) + since;
  }

  /** What was called, and where. */
  public static String where(String source, String location) {
    if (source.isEmpty() || location.isEmpty()) {
      return source + location;
    }
    return source + ", called at " + location;
  }

  /** The wait of one, in a sentence. */
  static String sentence(Wait wait, Symbols symbols) {
    return who(wait.task(), wait.name())
        + " waits "
        + duration(wait.waitNanos(), symbols)
        + "for "
        + what(wait.resource(), wait.resourceType())
        + (wait.holder().isEmpty()
            ? ""
            : ", which "
                + who(wait.holder(), wait.holderName())
                + " has"
                + (wait.heldNanos() <= 0
                    ? ""
                    : " (for " + Durations.detailed(wait.heldNanos(), symbols) + " at least)"));
  }

  private static String duration(long nanos, Symbols symbols) {
    return nanos < 0 ? "" : Durations.detailed(nanos, symbols) + " ";
  }

  /** What else is told, with durations as people read them. */
  static String attributes(List<String> attributes, Symbols symbols) {
    return attributes.stream()
        .map(each -> attribute(each, symbols))
        .collect(Collectors.joining(" "));
  }

  private static String attribute(String attribute, Symbols symbols) {
    int nanos = attribute.indexOf(NANOS);
    if (nanos < 0) {
      return attribute;
    }
    String value = attribute.substring(nanos + NANOS.length());
    return value.matches("\\d{1,18}")
        ? attribute.substring(0, nanos) + "=" + Durations.brief(Long.parseLong(value), symbols)
        : attribute;
  }
}
