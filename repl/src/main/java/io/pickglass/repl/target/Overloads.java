package io.pickglass.repl.target;

import io.pickglass.repl.target.Arguments.Unfit;
import io.pickglass.repl.target.BeanShape.Operation;
import io.pickglass.repl.target.BeanShape.Value;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of several operations of a name is meant: the one that takes the arguments as they are
 * typed. Of two, the one that takes them as numbers wins over text, and single values over lists.
 */
final class Overloads {
  private Overloads() {}

  /** An operation with arguments that it takes. */
  record Call(Operation operation, List<@Nullable Object> arguments) {
    private int vagueness() {
      return operation.parameters().stream().mapToInt(Overloads::vagueness).sum();
    }
  }

  /**
   * The call that is meant.
   *
   * @param wanted name, or signature
   */
  static Call choose(BeanShape bean, String wanted, List<String> arguments) {
    List<Operation> named =
        bean.operations().stream()
            .filter(each -> each.name().equals(wanted) || each.signature().equals(plain(wanted)))
            .toList();
    if (named.isEmpty()) {
      throw bad("%s has no operation `%s`".formatted(bean.name(), wanted));
    }
    List<Operation> fitting =
        named.stream().filter(each -> each.parameters().size() == arguments.size()).toList();
    if (fitting.isEmpty()) {
      throw bad(
          "`%s` does not take %s: there is %s"
              .formatted(wanted, count(arguments.size()), declarations(named)));
    }
    return only(wanted, fitting, arguments);
  }

  private static Call only(String wanted, List<Operation> fitting, List<String> arguments) {
    List<Call> possible = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    for (Operation each : fitting) {
      try {
        possible.add(new Call(each, parse(each, arguments)));
      } catch (Unfit e) {
        unfit.add(e.getMessage());
      }
    }
    if (possible.isEmpty()) {
      throw bad(
          fitting.size() == 1
              ? unfit.getFirst()
              : "no operation `%s` takes these arguments: there is %s"
                  .formatted(wanted, declarations(fitting)));
    }
    int least = possible.stream().mapToInt(Call::vagueness).min().orElse(0);
    List<Call> best = possible.stream().filter(call -> call.vagueness() == least).toList();
    if (best.size() > 1) {
      throw bad(
          "several operations `%s` take these arguments: say which, such as %s"
              .formatted(
                  wanted,
                  best.stream()
                      .map(call -> "`" + call.operation().signature() + "`")
                      .collect(Collectors.joining(" or "))));
    }
    return best.getFirst();
  }

  private static List<@Nullable Object> parse(Operation operation, List<String> arguments)
      throws Unfit {
    List<@Nullable Object> parsed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      parsed.add(Arguments.parse(arguments.get(i), operation.parameters().get(i)));
    }
    return parsed;
  }

  private static int vagueness(Value parameter) {
    if (TypeNames.isArray(parameter.type())) {
      return 100;
    }
    return switch (parameter.typeName()) {
      case "boolean", "Boolean", "byte", "short", "int", "long", "Integer", "Long" -> 0;
      case "float", "double", "Float", "Double" -> 1;
      case "char", "Character" -> 2;
      default -> 10;
    };
  }

  private static String declarations(List<Operation> operations) {
    return operations.stream()
        .map(each -> "`" + each.declaration() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String count(int arguments) {
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  private static String plain(String signature) {
    return signature.replace(" ", "").replace("java.lang.", "");
  }

  private static TargetException bad(String sentence) {
    return new TargetException(Kind.BAD_QUESTION, sentence);
  }
}
