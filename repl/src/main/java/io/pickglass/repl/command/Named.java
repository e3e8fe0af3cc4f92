package io.pickglass.repl.command;

import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a typed name means. A name that is both a monitor's and a runtime's means the monitor;
 * {@code runtime:NAME} and {@code monitor:NAME} leave no doubt.
 */
record Named(Subject subject, String name) {

  /** What that name means in the target; if it may mean two things, that is said. */
  static Named find(Session session, String typed) {
    return find(session, List.of(typed)).getFirst();
  }

  /** The same of several names, each once. */
  static List<Named> find(Session session, List<String> typed) {
    Names names = session.target().names();
    List<Named> found = new ArrayList<>();
    for (String word : typed) {
      Named named = marked(word).orElseGet(() -> find(session, names, word));
      if (!found.contains(named)) {
        found.add(named);
      }
    }
    return found;
  }

  /** As it has to be typed where the same name means something else, too. */
  static String marked(Subject subject, String name) {
    return subject.word() + ":" + name;
  }

  /** All names that can be typed: marked where they would mean something else. */
  static List<String> candidates(Names names) {
    List<String> candidates = new ArrayList<>(names.monitors());
    for (String runtime : names.runtimes()) {
      candidates.add(
          names.monitors().contains(runtime) ? marked(Subject.RUNTIME, runtime) : runtime);
    }
    return candidates;
  }

  /** The name without the mark that says what is meant anyway. */
  static String unmarked(Subject subject, String word) {
    return marked(word).filter(named -> named.subject == subject).map(Named::name).orElse(word);
  }

  private static Optional<Named> marked(String word) {
    for (Subject subject : Subject.values()) {
      if (word.startsWith(marked(subject, ""))) {
        return Optional.of(new Named(subject, word.substring(marked(subject, "").length())));
      }
    }
    return Optional.empty();
  }

  private static Named find(Session session, Names names, String word) {
    boolean isRuntime = names.runtimes().contains(word);
    if (!names.monitors().contains(word)) {
      if (!isRuntime) {
        throw CommandFailure.failed(Missing.sentence(session, names, word, Subject.values()));
      }
      return new Named(Subject.RUNTIME, word);
    }
    if (isRuntime) {
      session
          .output()
          .note(
              "`%s` is a monitor and a runtime: this is the monitor, `%s` the runtime"
                  .formatted(word, marked(Subject.RUNTIME, word)));
    }
    return new Named(Subject.MONITOR, word);
  }
}
