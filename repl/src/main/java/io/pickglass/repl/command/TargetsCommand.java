package io.pickglass.repl.command;

import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Column;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code targets}. */
@Command(
    name = "targets",
    description = "The targets that are open, and those that have a name in pickglass.toml.")
final class TargetsCommand extends ReplCommand {
  /** One line. */
  private record Row(String name, String at, String state, boolean isPresent) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          column(" ", 0, row -> row.isPresent() ? "*" : ""),
          column("target", 0, Row::name),
          column("at", 1, Row::at),
          column("state", 0, Row::state));

  TargetsCommand(Session session) {
    super(session);
  }

  private static Column<Row> column(String header, int priority, Function<Row, String> text) {
    return new Column<>(
        header,
        1,
        Column.Align.LEFT,
        priority,
        Comparator.comparing(Row::name),
        (row, _) -> text.apply(row));
  }

  @Override
  public void run() {
    List<Row> rows = rows();
    session.answer(() -> rows.stream().map(TargetsCommand::json).toList(), () -> lines(rows));
  }

  private List<Line> lines(List<Row> rows) {
    Output output = session.output();
    return rows.isEmpty()
        ? List.of(Line.plain("none is open: `connect TARGET` opens one"))
        : Table.of(COLUMNS, rows, output.width(), output.symbols()).lines(rows);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (OpenTarget each : session.open()) {
      Target target = each.target();
      String at = target == null ? each.name() : target.name();
      rows.add(new Row(each.name(), at, state(target), session.isPresent(each)));
    }
    session
        .config()
        .targets()
        .forEach((name, settings) -> {
          if (rows.stream().noneMatch(row -> row.name().equals(name))) {
            rows.add(
                new Row(
                    name,
                    Objects.requireNonNull(settings.get("address")).text(),
                    "not open",
                    false));
          }
        });
    return rows;
  }

  private static String state(@Nullable Target target) {
    if (target == null) {
      return "lost: the next command connects again";
    }
    if (!target.isLive()) {
      return "a recording";
    }
    try {
      Info info = target.describe();
      return "Pickglass " + info.version() + ", " + info.trackingMode();
    } catch (TargetException e) {
      return switch (e.kind()) {
        case NO_PICKGLASS -> "without Pickglass";
        default -> "does not answer";
      };
    }
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("target", row.name());
    json.put("at", row.at());
    json.put("state", row.state());
    json.put("present", row.isPresent());
    return json;
  }
}
