package io.pickglass.benchmarks.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the batches of a plan have shown. The n-th batch of one variant ran beside the n-th of any
 * other.
 *
 * @param values by variant and name, in the order in which the batches ran
 */
public record Batches(Map<String, Map<String, double[]>> values) {
  /** What the batches of a variant have shown under that name. */
  public double[] of(String variant, String name) {
    double[] found = values.getOrDefault(variant, Map.of()).get(name);
    if (found == null) {
      throw new IllegalArgumentException(variant + " has no " + name + ": " + values);
    }
    return found;
  }

  /** From one map per batch. */
  static Batches of(List<String> variants, List<Map<String, Double>> batches) {
    int rounds = batches.size() / variants.size();
    Map<String, Map<String, double[]>> values = new HashMap<>();
    for (int i = 0; i < batches.size(); i++) {
      Map<String, double[]> own =
          values.computeIfAbsent(variants.get(i % variants.size()), _ -> new HashMap<>());
      int round = i / variants.size();
      batches
          .get(i)
          .forEach(
              (name, value) -> own.computeIfAbsent(name, _ -> new double[rounds])[round] = value);
    }
    return new Batches(values);
  }
}
