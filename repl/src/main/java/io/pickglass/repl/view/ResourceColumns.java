package io.pickglass.repl.view;

import static io.pickglass.repl.view.Columns.cell;
import static io.pickglass.repl.view.Columns.count;
import static io.pickglass.repl.view.Columns.room;
import static io.pickglass.repl.view.Columns.text;
import static io.pickglass.repl.view.Columns.time;

import io.pickglass.model.Contention;
import io.pickglass.model.Resource;
import io.pickglass.model.Wait;
import java.util.List;
import java.util.function.Function;

/** The columns in which is shown what is waited for, and who waits. */
final class ResourceColumns {
  private ResourceColumns() {}

  /**
   * Of resources. On a narrow screen stay, in this order: which it is, what it is, how many wait
   * how long, and who has it.
   */
  static List<Column<Resource>> ofResources(int width) {
    return List.of(
        text("id", 0, width, Resource::id),
        text("parent", 7, width, Resource::parent),
        text("kind", 1, width, Resource::kind),
        cell("total", 8, ResourceColumns::total),
        text("type", 3, room(width, 5), Resource::type),
        cell("vis", 9, (row, symbols) -> visibility(row.internal(), symbols)),
        text("target", 10, room(width, 6), row -> TaskText.shortened(row.target())),
        text("source", 6, room(width, 6), Resource::source),
        location(4, width, Resource::location),
        count("waiters", 1, Resource::waiterCount),
        time("longest", 2, Resource::longestWaitNanos),
        text("holder", 2, room(width, 5), row -> who(row.holder(), row.holderName())),
        time("held", 3, row -> heldNanos(row.heldNanos())),
        cell(
            "attributes",
            5,
            (row, symbols) ->
                symbols.fit(
                    TaskText.orAbsent(WaitText.attributes(row.attributes(), symbols), symbols),
                    room(width, 4))));
  }

  /** Of those that wait for one thing. */
  static List<Column<Wait>> ofOperations(int width) {
    return List.of(
        text("id", 0, width, Wait::task),
        text("parent", 8, width, Wait::parent),
        text("task", 2, room(width, 5), Wait::name),
        text("monitor", 6, room(width, 6), Wait::monitor),
        time("waits", 1, Wait::waitNanos),
        text("source", 4, room(width, 5), Wait::source),
        location(7, width, Wait::location),
        time("total", 3, Wait::totalNanos),
        time("busy", 5, Wait::busyNanos),
        time("idle", 5, Wait::idleNanos),
        count("polls", 6, Wait::pollCount),
        attributes(width));
  }

  /** Of those that wait for somebody. */
  static List<Column<Wait>> ofWaits(int width) {
    return List.of(
        text("id", 0, width, Wait::task),
        text("task", 4, room(width, 6), Wait::name),
        text("monitor", 7, room(width, 6), Wait::monitor),
        time("waits", 1, Wait::waitNanos),
        text("for", 1, width, Wait::resource),
        text("type", 3, room(width, 6), Wait::resourceType),
        text("holder", 0, room(width, 4), wait -> who(wait.holder(), wait.holderName())),
        time("held", 2, wait -> heldNanos(wait.heldNanos())),
        text("source", 6, room(width, 6), Wait::source),
        location(5, width, Wait::location),
        attributes(width));
  }

  /** Of what was waited for. */
  static List<Column<Contention>> ofContention(int width) {
    return List.of(
        text("id", 0, width, Contention::resource),
        text("kind", 3, width, Contention::kind),
        text("type", 4, room(width, 5), Contention::type),
        text("source", 5, room(width, 5), Contention::source),
        location(2, width, ResourceColumns::seenAt),
        count("waits", 3, Contention::seenWaits),
        time("waited", 1, Contention::waitedNanos),
        time("longest", 2, Contention::longestNanos));
  }

  private static Column<Wait> attributes(int width) {
    return cell(
        "attributes",
        9,
        (wait, symbols) ->
            symbols.fit(
                TaskText.orAbsent(WaitText.attributes(wait.attributes(), symbols), symbols),
                room(width, 4)));
  }

  private static <T> Column<T> location(int priority, int width, Function<T, String> location) {
    return cell(
        "location",
        priority,
        (row, symbols) -> TaskText.located(location.apply(row), room(width, 4), symbols));
  }

  /** Where making is not tracked, it is older than it has been known. */
  static String total(Resource row, Symbols symbols) {
    if (row.totalNanos() >= 0) {
      return Durations.brief(row.totalNanos(), symbols);
    }
    return row.ageNanos() <= 0 ? symbols.absent() : ">" + Durations.brief(row.ageNanos(), symbols);
  }

  static String visibility(boolean internal, Symbols symbols) {
    return symbols.visibility().get(internal ? 1 : 0) + (internal ? "INT" : "PUB");
  }

  private static String seenAt(Contention row) {
    return row.location().isEmpty() && row.source().isEmpty()
        ? "(not looked into)"
        : row.location();
  }

  /** Only just seen tells nothing. */
  private static long heldNanos(long nanos) {
    return nanos == 0 ? -1 : nanos;
  }

  private static String who(String id, String name) {
    return name.isEmpty() ? id : id + " " + name;
  }
}
