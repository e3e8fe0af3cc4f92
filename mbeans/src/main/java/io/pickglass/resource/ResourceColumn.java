package io.pickglass.resource;

import io.pickglass.model.ResourceKind;
import io.pickglass.query.Column;
import io.pickglass.query.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a resource can be asked for and sorted by. */
enum ResourceColumn implements Column<Found> {
  /** What kind of thing it is. */
  KIND("lock, monitor, condition, queue, timer, io and others", each -> each.kind().word()),
  /** Its class. */
  TYPE("its class, as people write it", Found::type),
  /** Where its class stands. */
  TARGET("the module and package of that", Found::target),
  /** What was called. */
  SOURCE("what was called by the one that waits longest", each -> each.source().api()),
  /** Who has called it. */
  LOCATION("the caller's frame", each -> each.source().location()),
  /** Whether the program knows it. */
  VISIBILITY("public, or internal: a part of another one", Found::visibility),
  /** Who has it. */
  HOLDER("the name of the thread that has it", Found::ownerName),
  /** How many wait. */
  WAITERS(Type.COUNT, "how many wait for it", Found::count),
  /** For how long. */
  LONGEST(Type.TIME, "for how long one has waited, at most", Found::longestNanos);

  static final Columns<Found, ResourceColumn> ALL = new Columns<>(List.of(values()), WAITERS, null);

  private static final List<String> KINDS =
      Arrays.stream(ResourceKind.values()).map(ResourceKind::word).toList();
  private static final List<String> VISIBILITIES = List.of("public", "internal");

  private final Type type;
  private final String help;
  private final @Nullable ToLongFunction<Found> number;
  private final @Nullable Function<Found, String> text;

  ResourceColumn(String help, Function<Found, String> text) {
    this.type = Type.TEXT;
    this.help = help;
    this.number = null;
    this.text = text;
  }

  ResourceColumn(Type type, String help, ToLongFunction<Found> number) {
    this.type = type;
    this.help = help;
    this.number = number;
    this.text = null;
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public boolean isNumber() {
    return number != null;
  }

  @Override
  public long number(Found resource, long now) {
    return number == null ? 0 : number.applyAsLong(resource);
  }

  @Override
  public String text(Found resource) {
    return text == null ? "" : text.apply(resource);
  }

  @Override
  public @Nullable List<String> words() {
    return switch (this) {
      case KIND -> KINDS;
      case VISIBILITY -> VISIBILITIES;
      default -> null;
    };
  }
}
