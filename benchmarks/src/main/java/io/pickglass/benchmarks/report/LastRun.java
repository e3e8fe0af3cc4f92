package io.pickglass.benchmarks.report;

import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results that are kept beside the sources, for the page and to compare with.
 *
 * @param facts on what and when it was measured
 */
public record LastRun(Map<String, String> facts, List<Result> results) {
  /** The kept ones; without any, if there is no file. */
  public static LastRun read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new LastRun(Map.of(), List.of());
    }
    List<String> lines = Files.readAllLines(file);
    return new LastRun(
        Json.strings(lines.getFirst()),
        lines.stream().skip(1).map(Json::result).flatMap(Optional::stream).toList());
  }

  /** Keeps it. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(
        file,
        Stream.concat(Stream.of(Json.line(facts)), results.stream().map(Json::line)).toList());
  }

  /** The result of a row. */
  public Optional<Result> of(String row) {
    return results.stream().filter(result -> result.row().id().equals(row)).findFirst();
  }

  /** With newer results in the place of those of their rows. */
  public LastRun with(Map<String, String> newFacts, List<Result> newer) {
    Map<String, Result> byRow = new LinkedHashMap<>();
    results.forEach(result -> byRow.put(result.row().id(), result));
    newer.forEach(result -> byRow.put(result.row().id(), result));
    List<Result> ordered = new ArrayList<>();
    Rows.all().forEach(row -> Optional.ofNullable(byRow.get(row.id())).ifPresent(ordered::add));
    return new LastRun(newFacts, ordered);
  }

  /** What got worse since, a sentence each: all repetitions now are worse than all were then. */
  public List<String> worse(List<Result> now) {
    List<String> sentences = new ArrayList<>();
    for (Result result : now) {
      of(result.row().id())
          .filter(result::isWorseThan)
          .ifPresent(then ->
              sentences.add(
                  "%s was %s and is %s: %s"
                      .formatted(
                          result.row().id(),
                          Text.compared(then),
                          Text.compared(result),
                          result.row().what())));
    }
    return sentences;
  }
}
