package io.pickglass.repl.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * A JShell in this JVM, with {@link Scope} imported.
 *
 * <p>Threads: one of its own does all that JShell does; whoever asks waits for it. Who waits for a
 * snippet and is interrupted stops the snippet, and nothing else.
 */
public final class Snippets implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;
  private static final int FEW = 4;
  private static final int STOPS = 50;
  private static final long MILLIS_BETWEEN_STOPS = 100;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("pickglass jshell").factory());
  private final Future<JShell> shell = thread.submit(Snippets::make);

  /**
   * How it went.
   *
   * @param isFine whether it was understood and ended by itself
   * @param lines what JShell says of it
   */
  public record Answer(boolean isFine, List<String> lines) {}

  /**
   * What may stand at a place.
   *
   * @param from where that begins which a word replaces
   * @param words the words
   */
  public record Completions(int from, List<String> words) {
    static final Completions NONE = new Completions(0, List.of());
  }

  private static JShell make() {
    JShell made = JShell.builder().executionEngine(new SameJvm(), java.util.Map.of()).build();
    StartUp.classPath().forEach(made::addToClasspath);
    StartUp.IMPORTS.forEach(made::eval);
    return made;
  }

  /** Runs all snippets of a text, up to the first that fails. */
  public Answer run(String text) {
    Future<Answer> answer = thread.submit(() -> eval(text));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      return stopped(answer);
    } catch (ExecutionException e) {
      throw new IllegalStateException("JShell failed: " + e.getCause(), e);
    }
  }

  /** It may still be compiled, and then there is nothing yet that could be stopped. */
  private Answer stopped(Future<Answer> answer) {
    for (int i = 0; i < STOPS; i++) {
      stop();
      try {
        return answer.get(MILLIS_BETWEEN_STOPS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | InterruptedException e) {
        // Once more.
      } catch (ExecutionException e) {
        throw new IllegalStateException("JShell failed: " + e.getCause(), e);
      }
    }
    throw new UnstoppableException();
  }

  private Answer eval(String text) throws Exception {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis().analyzeCompletion(rest);
      String source = info.completeness().isComplete() ? info.source() : rest;
      for (SnippetEvent event : shell.get().eval(source)) {
        lines.addAll(SnippetText.of(shell.get(), event));
        if (event.status() == Status.REJECTED || event.exception() != null) {
          return new Answer(false, lines);
        }
      }
      rest = info.completeness().isComplete() ? info.remaining() : "";
    }
    return new Answer(true, lines);
  }

  private void stop() {
    if (shell.state() == Future.State.SUCCESS) {
      shell.resultNow().stop();
    }
  }

  /** Whether a text needs more lines. */
  public boolean goesOn(String text) {
    return asked(
            () -> {
              Completeness found = analysis().analyzeCompletion(text).completeness();
              return found == Completeness.DEFINITELY_INCOMPLETE
                  || found == Completeness.CONSIDERED_INCOMPLETE;
            })
        .orElse(false);
  }

  /** What may stand at the cursor. */
  public Completions complete(String text, int cursor) {
    return asked(
            () -> {
              int[] from = new int[1];
              List<SourceCodeAnalysis.Suggestion> all =
                  analysis().completionSuggestions(text, cursor, from);
              // As jshell does: what fits the type first, if anything does.
              boolean anyFits = all.stream().anyMatch(SourceCodeAnalysis.Suggestion::matchesType);
              return new Completions(
                  from[0],
                  all.stream()
                      .filter(each -> !anyFits || each.matchesType())
                      .map(SourceCodeAnalysis.Suggestion::continuation)
                      .distinct()
                      .toList());
            })
        .orElse(Completions.NONE);
  }

  /** What can be called at the cursor: signatures, and if they are few, what they do. */
  public List<String> documentation(String text, int cursor) {
    return asked(
            () -> {
              List<Documentation> found = analysis().documentation(text, cursor, true);
              boolean few = found.size() <= FEW;
              return found.stream().flatMap(each -> lines(each, few)).toList();
            })
        .orElse(List.of());
  }

  private static Stream<String> lines(Documentation documentation, boolean all) {
    String javadoc = all && documentation.javadoc() != null ? documentation.javadoc() : "";
    String first = javadoc.strip().split("\n\\s*\n", 2)[0].replaceAll("<[^>]+>", "");
    return Stream.concat(
        Stream.of(documentation.signature()),
        first.isBlank() ? Stream.empty() : first.lines().map(line -> "    " + line.strip()));
  }

  /** The variables, each as {@code Type name = value}. */
  public List<String> variables() {
    return asked(() -> variables(shell.get())).orElse(List.of());
  }

  private static List<String> variables(JShell shell) {
    return shell
        .variables()
        .map(each -> each.typeName() + " " + each.name() + " = " + shell.varValue(each))
        .toList();
  }

  private SourceCodeAnalysis analysis() throws Exception {
    return shell.get().sourceCodeAnalysis();
  }

  /** What is not known in time is not known: a key press must not wait for long. */
  private <T> Optional<T> asked(Callable<T> question) {
    Future<T> answer = thread.submit(question);
    try {
      return Optional.of(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    if (shell.state() == Future.State.SUCCESS) {
      shell.resultNow().close();
    }
  }
}
