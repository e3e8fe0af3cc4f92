package io.pickglass.repl.view;

import io.pickglass.model.Contention;
import io.pickglass.model.Resource;
import io.pickglass.model.ResourceList;
import io.pickglass.model.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is waited for, a line each. */
public final class ResourcesView {
  private ResourcesView() {}

  /** The lines of resources. */
  public static List<Line> resources(ResourceList list, int width, Symbols symbols) {
    List<Resource> rows = list.rows();
    List<Line> lines = new ArrayList<>();
    String title = "Resources (%s): %s".formatted(number(list.matchedCount()), share(list));
    Paragraph.of(title, "", width).forEach(line -> lines.add(Line.header(line)));
    note(lines, shown(list.offset(), rows.size(), list.matchedCount()), width);
    if (!rows.isEmpty()) {
      lines.addAll(Table.of(ResourceColumns.ofResources(width), rows, width, symbols).lines(rows));
    }
    return lines;
  }

  /** How many wait, and how many of them were looked into. */
  public static String share(ResourceList list) {
    return "%s wait, looked into %s"
        .formatted(
            number(list.waitingCount()),
            list.lookedIntoCount() >= list.waitingCount()
                ? "all of them"
                : number(list.lookedIntoCount()) + " of " + number(list.waitingCount()));
  }

  /**
   * The lines of those who wait for what somebody has.
   *
   * @param isAll whether there are no more
   */
  public static List<Line> waits(List<Wait> waits, boolean isAll, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    if (waits.isEmpty()) {
      note(
          lines,
          "nobody is known to wait for what another has: `resources` shows what else is waited for",
          width);
      return lines;
    }
    String some = "the longest %d waits for what another has; --limit shows more";
    String all = "%d wait for what another has";
    note(lines, (isAll ? all : some).formatted(waits.size()), width);
    lines.addAll(Table.of(ResourceColumns.ofWaits(width), waits, width, symbols).lines(waits));
    return lines;
  }

  /** The lines of what was waited for. */
  public static List<Line> contention(List<Contention> rows, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    if (rows.isEmpty()) {
      note(lines, "no wait was seen", width);
      return lines;
    }
    note(
        lines,
        "waits that were seen while somebody looked; one that begins and ends between two looks is"
            + " not",
        width);
    lines.addAll(Table.of(ResourceColumns.ofContention(width), rows, width, symbols).lines(rows));
    return lines;
  }

  private static String shown(long offset, int shown, long of) {
    if (shown == 0) {
      return of > 0 ? "shown none: --limit and --offset say which" : "none";
    }
    String range = "shown %d-%d".formatted(offset + 1, offset + shown);
    return of > offset + shown ? range + ", --offset " + (offset + shown) + " goes on" : range;
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static void note(List<Line> lines, String sentence, int width) {
    Paragraph.of(sentence, "", width).forEach(line -> lines.add(Line.note(line)));
  }
}
