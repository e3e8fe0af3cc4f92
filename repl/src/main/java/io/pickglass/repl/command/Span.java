package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * Intervals as they are typed: a sequence number, {@code 17}; or counted from the end, {@code -1}
 * for the last; or a span of either, {@code 10..19}, {@code -10..-6}, both ends included.
 *
 * @param text as typed
 */
record Span(String text, long first, long last) {
  private static final char FROM_END = '~';
  private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})(?:\\.\\.(-?\\d{1,18}))?");

  /** The word so that picocli does not take a span from the end, {@code -10..-6}, for an option. */
  static String protect(String word) {
    return word.startsWith("-") && word.contains("..") && TEXT.matcher(word).matches()
        ? FROM_END + word.substring(1)
        : word;
  }

  /** All of them. */
  static Span whole(List<Interval<?>> all) {
    if (all.isEmpty()) {
      return last(1);
    }
    long first = all.getFirst().sequence();
    long last = all.getLast().sequence();
    return new Span(first == last ? Long.toString(first) : first + ".." + last, first, last);
  }

  /** The last so many. */
  static Span last(int length) {
    return length <= 1 ? new Span("-1", -1, -1) : new Span("-" + length + "..-1", -length, -1);
  }

  /** The intervals of the span. */
  List<Interval<?>> of(String name, List<Interval<?>> kept) {
    if (kept.isEmpty()) {
      throw CommandFailure.failed(
          "`%s` has no completed interval yet: try again in a moment".formatted(name));
    }
    long newest = kept.getLast().sequence();
    long from = absolute(first, newest);
    long to = absolute(last, newest);
    List<Interval<?>> chosen =
        kept.stream().filter(i -> i.sequence() >= from && i.sequence() <= to).toList();
    if (from > to) {
      throw CommandFailure.usage(
          "`%s` ends before it begins (%d to %d): give the earlier one first"
              .formatted(text, from, to));
    }
    if (chosen.size() != to - from + 1) {
      throw CommandFailure.failed(
          "`%s` has no interval %s, but %d to %d: give numbers in this range, or -1 for the last"
              .formatted(name, name(newest), kept.getFirst().sequence(), newest));
    }
    return chosen;
  }

  /** Its sequence numbers, and what was typed where that is another text. */
  String name(long newest) {
    long from = absolute(first, newest);
    long to = absolute(last, newest);
    String numbers = from == to ? Long.toString(from) : from + ".." + to;
    return text.equals(numbers) ? numbers : numbers + " (" + text + ")";
  }

  private static long absolute(long number, long newest) {
    return number < 0 ? newest + 1 + number : number;
  }

  /** Reads a span. */
  static final class Converter implements ITypeConverter<Span> {
    @Override
    public Span convert(String word) {
      String text = word.replace(FROM_END, '-');
      Matcher m = TEXT.matcher(text);
      if (!m.matches()) {
        throw CommandFailure.usage(
            "`%s` is no interval: give a sequence number such as 17, -1 for the last, or a span such as 10..19"
                .formatted(text));
      }
      long first = Long.parseLong(m.group(1));
      return new Span(text, first, m.group(2) == null ? first : Long.parseLong(m.group(2)));
    }
  }
}
