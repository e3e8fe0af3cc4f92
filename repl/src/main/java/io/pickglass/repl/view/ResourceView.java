package io.pickglass.repl.view;

import io.pickglass.model.Resource;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.Wait;
import java.util.ArrayList;
import java.util.List;

/** One resource, and who waits for it. */
public final class ResourceView {
  private ResourceView() {}

  /** The lines. */
  public static List<Line> lines(ResourceDetail detail, int width, Symbols symbols) {
    List<Line> lines = facts(detail, width, symbols);
    List<Wait> waits = detail.waits();
    String more =
        detail.resource().waiterCount() > waits.size()
            ? ", of %s that wait".formatted(ResourcesView.number(detail.resource().waiterCount()))
            : "";
    lines.add(Line.note(symbols.fit("async ops (" + waits.size() + ")" + more, width)));
    if (!waits.isEmpty()) {
      lines.addAll(
          Table.of(ResourceColumns.ofOperations(width), waits, width, symbols).lines(waits));
    }
    return lines;
  }

  /** Without those who wait. */
  public static List<Line> facts(ResourceDetail detail, int width, Symbols symbols) {
    Resource resource = detail.resource();
    List<Line> lines = new ArrayList<>();
    String title = resource.id() + " " + resource.kind() + " " + resource.type();
    Paragraph.of(TaskText.clean(title.strip()), "", width)
        .forEach(line -> lines.add(Line.header(line)));
    facts(lines, resource, width, symbols);
    Labelled.add(lines, "waiters", waiters(resource, symbols), width);
    Labelled.add(lines, "seen", seen(detail, symbols), width);
    return lines;
  }

  private static void facts(List<Line> lines, Resource resource, int width, Symbols symbols) {
    String holder =
        WaitText.holder(resource.holder(), resource.holderName(), resource.heldNanos(), symbols);
    Labelled.add(lines, "holder", holder, width);
    Labelled.add(lines, "attributes", WaitText.attributes(resource.attributes(), symbols), width);
    Labelled.add(lines, "waited for in", resource.source(), width);
    Labelled.add(lines, "location", resource.location(), width);
    Labelled.add(lines, "made at", resource.madeAt(), width);
    Labelled.add(lines, "target", resource.target(), width);
    Labelled.add(
        lines, "visibility", ResourceColumns.visibility(resource.internal(), symbols), width);
    Labelled.add(lines, "parent", resource.parent(), width);
    Labelled.add(lines, "total", ResourceColumns.total(resource, symbols), width);
  }

  private static String waiters(Resource resource, Symbols symbols) {
    String longest =
        resource.longestWaitNanos() < 0
            ? ""
            : ", the longest for " + Durations.detailed(resource.longestWaitNanos(), symbols);
    return "%s, looked into %s%s"
        .formatted(
            ResourcesView.number(resource.waiterCount()),
            ResourcesView.number(resource.lookedIntoCount()),
            longest);
  }

  private static String seen(ResourceDetail detail, Symbols symbols) {
    return detail.seenWaits() <= 0
        ? ""
        : "%s waits of %s in all, the longest %s, while somebody looked"
            .formatted(
                ResourcesView.number(detail.seenWaits()),
                Durations.detailed(Math.max(0, detail.waitedNanos()), symbols),
                Durations.detailed(Math.max(0, detail.longestNanos()), symbols));
  }
}
