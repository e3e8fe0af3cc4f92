package io.pickglass.programs;

import static io.pickglass.catalog.TaskMetric.FIRST_POLL_DELAY_NANOS;
import static io.pickglass.catalog.TaskMetric.LIFETIME_NANOS;

import io.pickglass.Pickglass;
import io.pickglass.instrument.Guard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;

/**
 * Makes random programs and runs them, for so many seconds or until one is not booked as it ran,
 * and prints what it has seen as properties. Arguments: the seed, the seconds.
 */
final class RandomPrograms {
  private static final int ATTEMPTS = 3;
  private static final long SHRINKING_NANOS = 30_000_000_000L;

  private long programs;
  private long threads;
  private long known;
  private long lates;
  private long notedNanos;
  private long bookedNanos;

  private RandomPrograms() {}

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    long seconds = Long.parseLong(args[1]);
    // What is loaded while a program runs makes its threads wait.
    Conductor.run(Program.ofEverything());
    Properties seen = new RandomPrograms().run(seed, seconds);
    seen.setProperty("mode", Pickglass.tracking().mode().name());
    seen.setProperty("errors", Guard.count() + Guard.last());
    seen.store(System.out, null);
  }

  private Properties run(long seed, long seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000;
    SplittableRandom random = new SplittableRandom(seed);
    String failure = "";
    while (failure.isEmpty() && System.nanoTime() - end < 0) {
      Program program = Program.random(random);
      List<String> wrong = whatIsWrong(program);
      if (!wrong.isEmpty()) {
        failure =
            "program " + programs + " of seed " + seed + ", shrunk:\n" + shrunk(program, wrong);
      }
      programs++;
    }
    Properties seen = new Properties();
    seen.setProperty("failure", failure);
    seen.setProperty("programs", Long.toString(programs));
    seen.setProperty("threads", Long.toString(threads));
    seen.setProperty("known", Long.toString(known));
    seen.setProperty("late", Long.toString(lates));
    seen.setProperty("notedNanos", Long.toString(notedNanos));
    seen.setProperty("bookedNanos", Long.toString(bookedNanos));
    return seen;
  }

  /** What is wrong, or late in each of three attempts. */
  private List<String> whatIsWrong(Program program) {
    List<String> late = List.of();
    for (int i = 0; i < ATTEMPTS; i++) {
      Findings findings;
      try {
        List<Actor> actors = Conductor.run(program);
        actors.forEach(this::sumUp);
        findings = Findings.of(actors);
      } catch (AssertionError stuck) {
        return List.of(String.valueOf(stuck.getMessage()));
      }
      late = new ArrayList<>(findings.wrong());
      late.addAll(findings.late());
      if (!findings.wrong().isEmpty() || findings.late().isEmpty()) {
        return late;
      }
      lates++;
    }
    return late;
  }

  private void sumUp(Actor actor) {
    threads++;
    known += actor.notes.metOthers ? 0 : 1;
    notedNanos += actor.notes.last - actor.notes.first;
    bookedNanos +=
        actor.monitor.cumulative().get(LIFETIME_NANOS)
            - actor.monitor.cumulative().get(FIRST_POLL_DELAY_NANOS);
  }

  private String shrunk(Program program, List<String> wrong) {
    long end = System.nanoTime() + SHRINKING_NANOS;
    List<String> wrongAtLast = new ArrayList<>(wrong);
    Program smallest =
        program.shrunk(smaller -> {
          for (int i = 0; i < ATTEMPTS && System.nanoTime() - end < 0; i++) {
            List<String> found = whatIsWrong(smaller);
            if (!found.isEmpty()) {
              wrongAtLast.clear();
              return wrongAtLast.addAll(found);
            }
          }
          return false;
        });
    return smallest + "\n" + String.join("\n", wrongAtLast);
  }
}
