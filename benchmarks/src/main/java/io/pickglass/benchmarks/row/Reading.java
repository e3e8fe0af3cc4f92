package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.run.Batches;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How a row's figures come from what was measured. Each repetition of one side is compared with
 * that repetition of the other that ran beside it.
 */
public sealed interface Reading {
  /** What the comparison is called in the output. */
  String kind();

  /** Reads the batches of the row's plans, in their order. */
  Sides read(List<Batches> plans);

  /**
   * One side minus the other.
   *
   * @param name of the value
   */
  record Difference(String name, String watched, String plain) implements Reading {
    @Override
    public String kind() {
      return "difference";
    }

    @Override
    public Sides read(List<Batches> plans) {
      return compare(plans.getFirst(), name, watched, plain, (ours, other) -> ours - other);
    }
  }

  /**
   * One side divided by the other; of several others by the cheapest.
   *
   * @param name of the value
   */
  record Ratio(String name, String watched, List<String> others) implements Reading {
    @Override
    public String kind() {
      return "ratio";
    }

    @Override
    public Sides read(List<Batches> plans) {
      Batches batches = plans.getFirst();
      String cheapest =
          others.stream()
              .min(Comparator.comparingDouble(of -> Figures.of(batches.of(of, name)).median()))
              .orElseThrow();
      return compare(batches, name, watched, cheapest, (ours, other) -> ours / other);
    }
  }

  /**
   * One side divided by the other, and how sure that is instead of the least and the greatest.
   *
   * @param name of the value
   */
  record Confident(String name, String watched, String plain) implements Reading {
    @Override
    public String kind() {
      return "ratio";
    }

    @Override
    public Sides read(List<Batches> plans) {
      Batches batches = plans.getFirst();
      double[] ratios = compared(batches, name, watched, plain, (ours, other) -> ours / other);
      return new Sides(
          plain,
          List.of(Figures.of(batches.of(plain, name))),
          watched,
          List.of(Figures.of(batches.of(watched, name))),
          Figures.confident(ratios));
    }
  }

  /**
   * What one side is by itself.
   *
   * @param name of the value
   */
  record Amount(String name, String watched) implements Reading {
    @Override
    public String kind() {
      return "amount";
    }

    @Override
    public Sides read(List<Batches> plans) {
      Figures figures = Figures.of(plans.getFirst().of(watched, name));
      return new Sides("", List.of(), watched, List.of(), figures);
    }
  }

  /**
   * How flat a curve is: the difference where it is greatest divided by that where it is least, of
   * the plans that differ in what the curve runs over.
   *
   * @param name of the value
   */
  record Flatness(String name, String watched, String plain) implements Reading {
    @Override
    public String kind() {
      return "ratio";
    }

    @Override
    public Sides read(List<Batches> plans) {
      Difference difference = new Difference(name, watched, plain);
      List<Sides> points = plans.stream().map(plan -> difference.read(List.of(plan))).toList();
      List<double[]> differences = plans.stream().map(this::differences).toList();
      return new Sides(
          plain,
          points.stream().flatMap(point -> point.plain().stream()).toList(),
          watched,
          points.stream().flatMap(point -> point.watched().stream()).toList(),
          flatness(differences));
    }

    /**
     * That of the medians, for one repetition says more of the moment than of the point; its noise
     * is how it changes without any one of them.
     */
    private static Figures flatness(List<double[]> points) {
      double all = ratio(points.stream().mapToDouble(point -> Figures.of(point).median()));
      double[] without = new double[points.getFirst().length];
      Arrays.setAll(
          without,
          i -> ratio(points.stream().mapToDouble(point -> Figures.of(without(point, i)).median())));
      Figures noise = Figures.of(without);
      return new Figures(Math.min(noise.min(), all), all, Math.max(noise.max(), all));
    }

    private static double[] without(double[] values, int one) {
      return IntStream.range(0, values.length)
          .filter(i -> i != one || values.length == 1)
          .mapToDouble(i -> values[i])
          .toArray();
    }

    private double[] differences(Batches plan) {
      return compared(plan, name, watched, plain, (ours, other) -> ours - other);
    }

    private static double ratio(DoubleStream points) {
      var summary = points.summaryStatistics();
      return summary.getMax() / summary.getMin();
    }
  }

  private static Sides compare(
      Batches batches, String name, String watched, String plain, DoubleBinaryOperator by) {
    return new Sides(
        plain,
        List.of(Figures.of(batches.of(plain, name))),
        watched,
        List.of(Figures.of(batches.of(watched, name))),
        Figures.of(compared(batches, name, watched, plain, by)));
  }

  private static double[] compared(
      Batches batches, String name, String watched, String plain, DoubleBinaryOperator by) {
    double[] ours = batches.of(watched, name);
    double[] theirs = batches.of(plain, name);
    double[] compared = new double[ours.length];
    Arrays.setAll(compared, i -> by.applyAsDouble(ours[i], theirs[i]));
    return compared;
  }
}
