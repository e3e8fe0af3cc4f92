package io.pickglass.repl.target;

import io.pickglass.repl.target.Arguments.Unfit;
import io.pickglass.repl.target.TargetException.Kind;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a question about an MBean, in our words. */
final class BeanChecks {
  private BeanChecks() {}

  /** The attribute, if it can be set. */
  static BeanShape.Attribute writable(BeanShape bean, String attribute) {
    BeanShape.Attribute known =
        bean.attribute(attribute)
            .orElseThrow(() -> bad("%s has no attribute `%s`".formatted(bean.name(), attribute)));
    if (!known.isWritable()) {
      throw bad("`%s` of %s cannot be set: it can only be read".formatted(attribute, bean.name()));
    }
    return known;
  }

  /** The value that is meant. */
  static @Nullable Object value(String bean, BeanShape.Attribute attribute, String text) {
    try {
      return Arguments.parse(text, attribute.value());
    } catch (Unfit e) {
      throw bad("`%s` of %s: %s".formatted(attribute.name(), bean, e.getMessage()));
    }
  }

  static TargetException missing(String target, String bean) {
    return bad("%s has no MBean `%s`: `mbeans` lists all".formatted(target, bean));
  }

  static TargetException noName(String bean, String why) {
    return bad(
        "`%s` is no name of an MBean (%s): give one such as java.lang:type=Memory"
            .formatted(bean, why));
  }

  static TargetException unknownClass(String name) {
    return bad(
        "the answer is of class "
            + name
            + ", which this console does not have: only open types and those of the JDK can be"
            + " shown");
  }

  /** What the MBean has thrown, without what JMX wraps around it. */
  static String thrown(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = TargetException.root(root);
    String kind = root.getClass().getSimpleName();
    return message.equals(kind) ? kind : kind + ": " + message;
  }

  private static TargetException bad(String sentence) {
    return new TargetException(Kind.BAD_QUESTION, sentence);
  }
}
