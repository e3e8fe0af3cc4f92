package io.pickglass.repl.top.page;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids in a text that can be opened, and which one of them is selected. */
final class Links {
  private static final Pattern ID = Pattern.compile("\\b[vxahsr]\\d+\\b");

  /**
   * Where an id stands.
   *
   * @param line in the text
   * @param from the first character in that line
   * @param id what can be opened
   */
  record Place(int line, int from, String id) {}

  private List<Place> places = List.of();
  private int selected = -1;

  /** Looks for ids, each where it stands first; the selected one stays so, wherever that is now. */
  void find(List<Row> text, Set<String> ids) {
    Optional<Place> before = selected();
    Map<String, Place> found = new LinkedHashMap<>();
    for (int line = 0; line < text.size(); line++) {
      Matcher matcher = ID.matcher(text.get(line).text());
      while (matcher.find()) {
        if (ids.contains(matcher.group())) {
          found.putIfAbsent(matcher.group(), new Place(line, matcher.start(), matcher.group()));
        }
      }
    }
    places = List.copyOf(found.values());
    selected =
        before.map(place -> places.stream().map(Place::id).toList().indexOf(place.id())).orElse(-1);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Selects the next one, or the one before. */
  void move(int by) {
    if (!places.isEmpty()) {
      int from = selected < 0 && by < 0 ? 0 : selected;
      selected = Math.floorMod(from + by, places.size());
    }
  }

  Optional<Place> selected() {
    return selected < 0 ? Optional.empty() : Optional.of(places.get(selected));
  }

  /** The line with a pointer before the selected id, if it is in that line. */
  Row marked(Row row, int line) {
    Optional<Place> place = selected().filter(at -> at.line() == line);
    if (place.isEmpty()) {
      return row;
    }
    String text = row.text();
    int from = place.get().from();
    int end = from + place.get().id().length();
    String before = text.substring(0, from);
    // The pointer takes the place of a space, so that nothing moves.
    before = before.endsWith(" ") ? before.substring(0, from - 1) : before;
    Ink ink = row.spans().isEmpty() ? Ink.PLAIN : row.spans().getFirst().ink();
    return Row.of(
        Span.of(before, ink),
        Span.bold(">" + text.substring(from, end), Ink.STRONG),
        Span.of(text.substring(end), ink));
  }
}
