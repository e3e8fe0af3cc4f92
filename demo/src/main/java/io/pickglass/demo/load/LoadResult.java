package io.pickglass.demo.load;

import java.util.Map;

/**
 * What became of the requests.
 *
 * @param requests those whose time had come
 * @param created users that the service confirmed
 * @param greeted front pages
 * @param refused bad requests that were refused as they should be
 * @param failures the others; a kind that did not occur is not in it
 */
public record LoadResult(
    long requests, long created, long greeted, long refused, Map<Failure, Long> failures) {
  /** No request at all. */
  public static final LoadResult NONE = new LoadResult(0, 0, 0, 0, Map.of());

  /** Requests that failed, in whatever way. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }
}
