package io.pickglass.repl.command;

import io.pickglass.repl.picture.Picture;
import io.pickglass.repl.view.Csv;
import io.pickglass.repl.view.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was shown last, so that it can be exported; used by the thread that runs commands. */
final class Answers {
  /** Of a command that goes on, as `tail` does, the last so many objects. */
  static final int MOST = 10_000;

  private final Deque<Supplier<? extends Map<String, ?>>> more = new ArrayDeque<>();
  private Supplier<List<? extends Map<String, ?>>> shown = List::of;
  private @Nullable Picture picture;
  private @Nullable List<Map<String, ?>> captured;
  private List<String> csvColumns = List.of();

  /** Another answer takes the place of the last one. */
  void shown(Supplier<List<? extends Map<String, ?>>> objects) {
    shown = objects;
    more.clear();
    picture = null;
    csvColumns = List.of();
  }

  /** One object more of the same answer. */
  void alsoShown(Supplier<? extends Map<String, ?>> object) {
    more.add(object);
    if (more.size() > MOST) {
      more.removeFirst();
    }
  }

  /** The answer is a picture, too. */
  void shown(Picture drawn) {
    picture = drawn;
  }

  /** The objects of the last answer. */
  List<Map<String, ?>> objects() {
    List<Map<String, ?>> all = new ArrayList<>(shown.get());
    more.forEach(one -> all.add(one.get()));
    return all;
  }

  /** The picture of the last answer, if it was one. */
  @Nullable Picture picture() {
    return picture;
  }

  /** What is printed while this runs is given back instead of written. */
  List<Map<String, ?>> capture(Runnable command) {
    List<Map<String, ?>> objects = new ArrayList<>();
    captured = objects;
    try {
      command.run();
    } finally {
      captured = null;
    }
    return objects;
  }

  boolean isCaptured() {
    return captured != null;
  }

  void print(Map<String, ?> object, OutputFormat format, Output output) {
    if (captured != null) {
      captured.add(object);
    } else if (format == OutputFormat.CSV) {
      List<String> columns = List.copyOf(object.keySet());
      if (!columns.equals(csvColumns)) {
        output.line(Line.plain(Csv.header(columns)));
        csvColumns = columns;
      }
      output.line(Line.plain(Csv.row(columns, object)));
    } else {
      output.line(Json.line(object));
    }
  }
}
