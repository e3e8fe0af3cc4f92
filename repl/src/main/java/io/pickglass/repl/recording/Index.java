package io.pickglass.repl.recording;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where the lines of a file are.
 *
 * @param header the first line
 * @param byType by what they tell, then by of what
 * @param begin when the first was
 * @param end when the last was
 * @param tornBytes at the end, that are no whole line
 * @param brokenLines that were passed over
 */
record Index(
    Header header,
    Map<LineType, Map<String, List<Entry>>> byType,
    long begin,
    long end,
    long tornBytes,
    long brokenLines) {

  List<Entry> entries(LineType type, String name) {
    return byType.getOrDefault(type, Map.of()).getOrDefault(name, List.of());
  }

  Collection<List<Entry>> all(LineType type) {
    return byType.getOrDefault(type, Map.of()).values();
  }
}
