package io.pickglass.repl.series;

import io.pickglass.model.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds every few rows of a zipped stream up to one. What interrupts the stream ends the present
 * batch early, so that no sum runs over a gap.
 */
public final class Batches {
  private final int size;
  private final List<Zipped.Row> rows = new ArrayList<>();

  /** Of {@code size} rows each. */
  public Batches(int size) {
    this.size = size;
  }

  /** Takes the next of the stream and gives what is complete with it. */
  public List<Zipped> accept(Zipped next) {
    if (next instanceof Zipped.Row row) {
      rows.add(row);
      return rows.size() < size ? List.of() : List.of(sum());
    }
    return rows.isEmpty() ? List.of(next) : List.of(sum(), next);
  }

  private Zipped.Row sum() {
    Map<String, List<Interval<?>>> byName = new LinkedHashMap<>();
    for (Zipped.Row row : rows) {
      for (Interval<?> interval : row.intervals()) {
        byName.computeIfAbsent(interval.name(), _ -> new ArrayList<>()).add(interval);
      }
    }
    long sequence = rows.getLast().sequence();
    rows.clear();
    return new Zipped.Row(
        sequence, byName.values().stream().<Interval<?>>map(Spans::merge).toList());
  }
}
