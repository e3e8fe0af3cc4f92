package io.pickglass.repl.command;

import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of a name that a target does not have. */
final class Missing {
  private Missing() {}

  /**
   * The sentence.
   *
   * @param sought as what it was looked for
   */
  static String sentence(Session session, Names names, String name, Subject... sought) {
    String where = session.targetName().orElse("the target");
    String none = "%s has no %s `%s`".formatted(where, join(" or ", Subject::word, sought), name);
    Optional<Subject> other =
        Arrays.stream(Subject.values())
            .filter(subject -> !List.of(sought).contains(subject))
            .filter(subject -> names.of(subject).contains(name))
            .findFirst();
    if (other.isPresent()) {
      none += ", but a " + other.get().word() + " of that name";
    }
    List<String> known = new ArrayList<>();
    Arrays.stream(sought).map(names::of).forEach(known::addAll);
    if (known.isEmpty()) {
      return none + ", nor any other yet";
    }
    String lists =
        join(" and ", subject -> "`" + subject.plural() + "`", sought)
            + (sought.length == 1 ? " lists all" : " list all");
    if (known.contains(name)) {
      return none + " that can be asked yet: it is new, and answers after the next interval";
    }
    return none + ": " + Nearest.question(name, known) + lists;
  }

  private static String join(String between, Function<Subject, String> text, Subject... subjects) {
    return Arrays.stream(subjects).map(text).collect(Collectors.joining(between));
  }
}
