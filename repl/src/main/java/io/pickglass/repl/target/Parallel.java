package io.pickglass.repl.target;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.JMException;

/** Asks several questions at once. */
final class Parallel {
  // Each question at a time is a connection and a thread in the target: be a modest guest.
  private static final int AT_ONCE = 8;

  private Parallel() {}

  /** A question about one thing. */
  @FunctionalInterface
  interface About<K, V> {
    V ask(K thing) throws JMException, IOException;
  }

  /** The answers in the order of the things; the first failure ends all. */
  static <K, V> List<V> map(List<K> things, About<K, V> about) throws JMException, IOException {
    if (things.size() == 1) {
      return List.of(about.ask(things.getFirst()));
    }
    List<Callable<V>> questions = new ArrayList<>();
    things.forEach(thing -> questions.add(() -> about.ask(thing)));
    int threads = Math.clamp(things.size(), 1, AT_ONCE);
    List<V> answers = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
      for (Future<V> answer : executor.invokeAll(questions)) {
        answers.add(answer.get());
      }
    } catch (InterruptedException e) {
      throw new StoppedException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case JMException cause -> throw cause;
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException("a question failed", e);
      }
    }
    return answers;
  }

  /** The answers by thing, in the order of the things. */
  static <K, V> Map<K, V> toMap(List<K> things, About<K, V> about) throws JMException, IOException {
    List<V> answers = map(things, about);
    Map<K, V> map = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      map.put(things.get(i), answers.get(i));
    }
    return map;
  }
}
