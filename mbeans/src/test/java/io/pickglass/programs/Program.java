package io.pickglass.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What some watched virtual threads do at once.
 *
 * @param heldMicros for how long no carrier is free after all have been started; 0 for not at all
 * @param threads the steps of each
 */
record Program(int heldMicros, List<List<Step>> threads) {
  private static final int MOST_THREADS = 6;
  private static final int MOST_STEPS = 12;

  static Program random(SplittableRandom random) {
    int held = random.nextInt(4) == 0 ? random.nextInt(1, 2_000) : 0;
    List<List<Step>> threads =
        Stream.generate(() -> steps(random)).limit(random.nextInt(1, MOST_THREADS + 1)).toList();
    return new Program(held, threads);
  }

  private static List<Step> steps(SplittableRandom random) {
    return Stream.generate(() -> Step.random(random))
        .limit(random.nextInt(MOST_STEPS + 1))
        .toList();
  }

  /** One thread that takes each step there is. */
  static Program ofEverything() {
    return new Program(
        1, List.of(Stream.of(Step.Kind.values()).map(kind -> kind.lasting(1)).toList()));
  }

  /** The smallest program that still fails and is made from this one by leaving things out. */
  Program shrunk(Predicate<Program> fails) {
    Program smallest = this;
    Optional<Program> next = Optional.of(this);
    while (next.isPresent()) {
      smallest = next.get();
      next = smallest.withOneThingLess().filter(fails).findFirst();
    }
    return smallest;
  }

  private Stream<Program> withOneThingLess() {
    Stream<Program> notHeld = heldMicros == 0 ? Stream.of() : Stream.of(new Program(0, threads));
    Stream<Program> fewerThreads =
        indices(threads).map(i -> new Program(heldMicros, without(threads, i)));
    Stream<Program> fewerSteps = indices(threads).flatMap(this::withFewerSteps);
    return Stream.of(fewerThreads, notHeld, fewerSteps).flatMap(programs -> programs);
  }

  private Stream<Program> withFewerSteps(int thread) {
    List<Step> steps = threads.get(thread);
    return indices(steps)
        .map(i -> {
          List<List<Step>> fewer = new ArrayList<>(threads);
          fewer.set(thread, without(steps, i));
          return new Program(heldMicros, fewer);
        });
  }

  private static Stream<Integer> indices(List<?> list) {
    return IntStream.range(0, list.size()).boxed();
  }

  private static <T> List<T> without(List<T> list, int index) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(index);
    return rest;
  }

  @Override
  public String toString() {
    String start =
        heldMicros == 0 ? "" : "while they start no carrier is free (" + heldMicros + " µs)\n";
    return indices(threads)
        .map(i -> "thread " + i + ": " + text(threads.get(i)))
        .collect(Collectors.joining("\n", start, ""));
  }

  private static String text(List<Step> steps) {
    return steps.isEmpty()
        ? "does nothing"
        : steps.stream().map(Step::toString).collect(Collectors.joining(", "));
  }
}
