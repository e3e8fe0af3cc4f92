package io.pickglass.demo.load;

import io.pickglass.demo.load.LoadRequest.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what became of requests.
 *
 * <p><b>Threads:</b> any number may count while others read; a result read while requests are under
 * way may show one as sent and not yet as anything else, never the other way round.
 */
final class Tally {
  private final AtomicLong requests = new AtomicLong();
  private final Map<Kind, Long> answered = new ConcurrentHashMap<>();
  private final Map<Failure, Long> failed = new ConcurrentHashMap<>();

  void sent() {
    requests.incrementAndGet();
  }

  void answered(Kind kind) {
    answered.merge(kind, 1L, Long::sum);
  }

  void failed(Failure failure) {
    failed.merge(failure, 1L, Long::sum);
  }

  LoadResult result() {
    Map<Failure, Long> failures = Map.copyOf(failed);
    long created = answered.getOrDefault(Kind.CREATE, 0L);
    long greeted = answered.getOrDefault(Kind.GREET, 0L);
    long refused = answered.getOrDefault(Kind.BAD, 0L);
    // Read last: what has been answered by then has been sent.
    return new LoadResult(requests.get(), created, greeted, refused, failures);
  }
}
