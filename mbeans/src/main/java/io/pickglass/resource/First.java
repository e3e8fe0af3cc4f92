package io.pickglass.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first of very many, without sorting all of them. */
final class First {
  private First() {}

  /** At most so many of them, in that order. */
  static <T> List<T> of(Collection<T> all, Comparator<T> order, int most) {
    PriorityQueue<T> first = new PriorityQueue<>(order.reversed());
    for (T each : all) {
      if (first.size() < most) {
        first.add(each);
      } else if (most > 0 && order.compare(each, first.element()) < 0) {
        first.remove();
        first.add(each);
      }
    }
    List<T> sorted = new ArrayList<>(first);
    sorted.sort(order);
    return sorted;
  }
}
