package io.pickglass.repl.command;

import io.pickglass.repl.target.BeanShape;
import io.pickglass.repl.target.BeanShape.Attribute;
import io.pickglass.repl.target.BeanShape.Operation;
import java.util.List;
import java.util.Optional;

/** Completes MBeans, and what the one that was named has. */
abstract sealed class BeanCandidates implements AfterWords {
  private final Session session;

  private BeanCandidates(Session session) {
    this.session = session;
  }

  List<String> names() {
    return session.known().beans().names();
  }

  Optional<BeanShape> shape(List<String> arguments) {
    return arguments.isEmpty() ? Optional.empty() : find(arguments.getFirst());
  }

  private Optional<BeanShape> find(String word) {
    List<String> meant = BeanNames.matching(names(), word);
    return meant.size() == 1 ? session.known().beans().shape(meant.getFirst()) : Optional.empty();
  }

  /** Their names. */
  static final class Beans extends BeanCandidates {
    Beans(Session session) {
      super(session);
    }

    @Override
    public List<String> after(List<String> arguments) {
      return names();
    }
  }

  /** Attributes that can be read. */
  static final class Readable extends BeanCandidates {
    Readable(Session session) {
      super(session);
    }

    @Override
    public List<String> after(List<String> arguments) {
      return shape(arguments).stream()
          .flatMap(shape -> shape.attributes().stream())
          .filter(Attribute::isReadable)
          .map(Attribute::name)
          .toList();
    }
  }

  /** Attributes that can be set. */
  static final class Writable extends BeanCandidates {
    Writable(Session session) {
      super(session);
    }

    @Override
    public List<String> after(List<String> arguments) {
      return shape(arguments).stream()
          .flatMap(shape -> shape.attributes().stream())
          .filter(Attribute::isWritable)
          .map(Attribute::name)
          .toList();
    }
  }

  /** Operations, with their signature where there are several of a name. */
  static final class Operations extends BeanCandidates {
    Operations(Session session) {
      super(session);
    }

    @Override
    public List<String> after(List<String> arguments) {
      List<Operation> all = shape(arguments).map(BeanShape::operations).orElse(List.of());
      return all.stream()
          .map(each ->
              all.stream().filter(other -> other.name().equals(each.name())).count() > 1
                  ? each.signature()
                  : each.name())
          .toList();
    }
  }
}
