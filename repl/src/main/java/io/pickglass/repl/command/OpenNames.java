package io.pickglass.repl.command;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of the targets that are open: found, and completed. */
final class OpenNames implements Iterable<String> {
  private final Session session;

  OpenNames(Session session) {
    this.session = session;
  }

  @Override
  public Iterator<String> iterator() {
    return names(session).iterator();
  }

  /** The one of that name, or the only one that has it in its name. */
  static OpenTarget find(Session session, String typed) {
    List<OpenTarget> all = session.open();
    List<OpenTarget> found = all.stream().filter(each -> each.name().equals(typed)).toList();
    if (found.isEmpty()) {
      found =
          all.stream()
              .filter(each -> each.name().contains(typed) || each.title().contains(typed))
              .toList();
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw CommandFailure.failed(
        all.isEmpty()
            ? "no target is open: `connect TARGET` opens one"
            : "%s open targets are called `%s`: %sopen are %s"
                .formatted(
                    found.isEmpty() ? "no" : "several",
                    typed,
                    found.isEmpty() ? Nearest.question(typed, names(session)) : "",
                    names(session).stream().collect(Collectors.joining("`, `", "`", "`"))));
  }

  /** The one that commands ask, which is connected to if need be. */
  static OpenTarget present(Session session) {
    var _ = session.target();
    return session.open().stream().filter(session::isPresent).findFirst().orElseThrow();
  }

  /** The open one of that name, or another that is opened beside the present one. */
  static OpenTarget beside(Session session, String typed) {
    OpenTarget before = present(session);
    for (OpenTarget open : session.open()) {
      if (open.name().equals(typed)) {
        return open;
      }
    }
    var _ = session.connect(session.destination(typed, new AccessOptions(), Optional.empty()));
    OpenTarget opened = present(session);
    session.use(before);
    return opened;
  }

  private static List<String> names(Session session) {
    return session.open().stream().map(OpenTarget::name).toList();
  }
}
