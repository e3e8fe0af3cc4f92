package io.pickglass.repl.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.management.openmbean.OpenType;

/**
 * What an MBean has and can do.
 *
 * @param notifications the types of those that it sends
 */
public record BeanShape(
    String name,
    String className,
    String description,
    List<Attribute> attributes,
    List<Operation> operations,
    List<String> notifications) {

  /** One attribute; its type as the JVM calls it. */
  public record Attribute(Value value, boolean isReadable, boolean isWritable) {
    /** Its name. */
    public String name() {
      return value.name();
    }
  }

  /** One operation. */
  public record Operation(String name, List<Value> parameters, String returns, String description) {
    /** As it can be typed, so that no other is meant: {@code find(long,String[])}. */
    public String signature() {
      return parameters.stream()
          .map(Value::typeName)
          .collect(Collectors.joining(",", name + "(", ")"));
    }

    /** For people: {@code int find(long id, String[] names)}. */
    public String declaration() {
      return parameters.stream()
          .map(parameter -> parameter.typeName() + " " + parameter.name())
          .collect(Collectors.joining(", ", TypeNames.brief(returns) + " " + name + "(", ")"));
    }
  }

  /**
   * What has a name and a type.
   *
   * @param type as the JVM calls it: {@code [J}
   * @param open its open type, where there is one and the wire tells it
   */
  public record Value(String name, String type, String description, Optional<OpenType<?>> open) {
    /** The type as people call it: {@code long[]}. */
    public String typeName() {
      return TypeNames.brief(type);
    }
  }

  /** The attribute of that name. */
  Optional<Attribute> attribute(String wanted) {
    return attributes.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }
}
