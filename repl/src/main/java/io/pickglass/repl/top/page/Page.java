package io.pickglass.repl.top.page;

import io.pickglass.model.Warning;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A view: what it knows, how it is moved about in, and how it looks. To draw changes nothing.
 *
 * <p>Used by the one thread that draws.
 */
public interface Page {
  /** How it is called, for the help and the way back. */
  String name();

  /** What it wants to know; asked again and again. */
  Question question();

  /** What the question is about; another one than before must be asked at once. */
  default Object topic() {
    return name();
  }

  /** Tells it how much room it has, before it is drawn. */
  void arrange(int width, int height, Look look);

  /** Its lines, at most so many. */
  List<Row> rows(int width, int height, Look look);

  /**
   * Takes a key.
   *
   * @return whether it meant something, or else it is for all views
   */
  boolean press(Key key);

  /** What its keys do, each as {@code key does}. */
  List<String> controls();

  /** What it says of its columns, for the help: each as {@code name: meaning}. */
  default List<String> meanings() {
    return List.of();
  }

  /** What is the matter in the target. */
  default void warnings(List<Warning> active) {}

  /** The view that Enter opens. */
  default Optional<Page> opened() {
    return Optional.empty();
  }

  /** The selected row as text. */
  default Optional<String> copied() {
    return Optional.empty();
  }

  /** Shows what was known at that moment, in the target's milliseconds; 0 for now. */
  void at(long moment);

  /** The process is another one: all that is known is of the past one. */
  void forget();

  /** What is typed into it now; empty if nothing is. */
  default Optional<String> typing() {
    return Optional.empty();
  }

  /** Columns that can be hidden, each with whether it is shown. */
  default List<Choice> columns() {
    return List.of();
  }

  /** Hides a column or shows it again. */
  default void toggle(String column) {}

  /** A column and whether it is shown. */
  record Choice(String name, boolean shown) {}

  /** How often it may be asked at most, so that the target has little to do for it. */
  default Duration pace() {
    return Duration.ZERO;
  }

  /** Whether rows that are not known may be asked for now. */
  default void fetches(boolean more) {}
}
