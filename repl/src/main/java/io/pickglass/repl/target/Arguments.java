package io.pickglass.repl.target;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.OpenType;
import org.jspecify.annotations.Nullable;

/** Values as they are typed, made into what a type of the JVM wants. */
final class Arguments {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

  private Arguments() {}

  /** A text is no value of a type. The message says which would be. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String text, String type, String expected) {
      super("`%s` is no %s: give %s".formatted(text, TypeNames.brief(type), expected));
    }
  }

  static @Nullable Object parse(String text, BeanShape.Value wanted) throws Unfit {
    return parse(text, wanted.type(), wanted.open());
  }

  static @Nullable Object parse(String text, String type, Optional<OpenType<?>> open) throws Unfit {
    if (text.equals("null") && !PRIMITIVES.contains(type)) {
      return null;
    }
    if (open.isPresent() && OpenArguments.isStructure(open.get())) {
      return OpenArguments.parse(text, open.get());
    }
    if (TypeNames.isArray(type)) {
      return array(text, TypeNames.component(type));
    }
    return single(text, type);
  }

  private static Object single(String text, String type) throws Unfit {
    return switch (type) {
      case "boolean", "java.lang.Boolean" -> truth(text, type);
      case "char", "java.lang.Character" -> character(text, type);
      case "byte", "java.lang.Byte" ->
          number(text, type, Byte::valueOf, whole(Byte.MIN_VALUE, Byte.MAX_VALUE));
      case "short", "java.lang.Short" ->
          number(text, type, Short::valueOf, whole(Short.MIN_VALUE, Short.MAX_VALUE));
      case "int", "java.lang.Integer" ->
          number(text, type, Integer::valueOf, whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
      case "long", "java.lang.Long" ->
          number(text, type, Long::valueOf, whole(Long.MIN_VALUE, Long.MAX_VALUE));
      case "float", "java.lang.Float" -> number(text, type, Float::valueOf, "a number such as 1.5");
      case "double", "java.lang.Double" ->
          number(text, type, Double::valueOf, "a number such as 1.5");
      case "java.math.BigInteger" -> number(text, type, BigInteger::new, "a whole number");
      case "java.math.BigDecimal" -> number(text, type, BigDecimal::new, "a number such as 1.5");
      case "java.lang.String", "java.lang.Object", "java.lang.CharSequence" -> text;
      case "javax.management.ObjectName" -> name(text, type);
      case "java.util.Date" -> date(text, type);
      default -> constant(text, type);
    };
  }

  private static String whole(long from, long to) {
    return "a whole number from " + from + " to " + to;
  }

  private static Object number(
      String text, String type, Function<String, ? extends Number> parser, String expected)
      throws Unfit {
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new Unfit(text, type, expected);
    }
  }

  private static Object truth(String text, String type) throws Unfit {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Unfit(text, type, "true or false");
    };
  }

  private static Object character(String text, String type) throws Unfit {
    if (text.length() != 1) {
      throw new Unfit(text, type, "a single character");
    }
    return text.charAt(0);
  }

  private static Object name(String text, String type) throws Unfit {
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException e) {
      throw new Unfit(text, type, "one such as java.lang:type=Memory");
    }
  }

  private static Object date(String text, String type) throws Unfit {
    try {
      return Date.from(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new Unfit(text, type, "a time such as 2026-01-31T12:00:00Z");
    }
  }

  private static Object constant(String text, String type) throws Unfit {
    if (!type.startsWith("java.")) {
      throw new Unfit(text, type, "null: others of that type cannot be typed");
    }
    try {
      Object[] constants = Class.forName(type).getEnumConstants();
      if (constants == null) {
        throw new Unfit(text, type, "null: others of that type cannot be typed");
      }
      for (Object constant : constants) {
        if (constant.toString().equals(text)) {
          return constant;
        }
      }
      throw new Unfit(text, type, "one of " + Arrays.toString(constants));
    } catch (ClassNotFoundException e) {
      throw new Unfit(text, type, "null: others of that type cannot be typed");
    }
  }

  private static Object array(String text, String component) throws Unfit {
    List<String> each = OpenArguments.elements(text);
    Object array;
    try {
      array = Array.newInstance(classOf(component), each.size());
    } catch (ClassNotFoundException e) {
      throw new Unfit(text, component + "[]", "null: others of that type cannot be typed");
    }
    for (int i = 0; i < each.size(); i++) {
      Array.set(array, i, parse(each.get(i), component, Optional.empty()));
    }
    return array;
  }

  private static Class<?> classOf(String type) throws ClassNotFoundException {
    if (TypeNames.isArray(type)) {
      return classOf(TypeNames.component(type)).arrayType();
    }
    Class<?> primitive = Class.forPrimitiveName(type);
    if (primitive != null) {
      return primitive;
    }
    if (!type.startsWith("java.") && !type.startsWith("javax.management.")) {
      throw new ClassNotFoundException(type);
    }
    return Class.forName(type);
  }
}
