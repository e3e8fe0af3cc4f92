package io.pickglass.repl.target;

import io.pickglass.repl.target.BeanShape.Operation;
import io.pickglass.repl.target.BeanShape.Value;
import io.pickglass.repl.target.TargetException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * All MBeans of a target over Jolokia. A policy may keep their names and shapes from us: then what
 * it allows can still be asked by its full name, and arguments go there as they are typed.
 */
final class JolokiaBeans implements Beans {
  private final JolokiaHttp http;
  private final Supplier<Duration> timeout;

  JolokiaBeans(JolokiaHttp http, Supplier<Duration> timeout) {
    this.http = http;
    this.timeout = timeout;
  }

  @Override
  public List<String> names() {
    Map<String, Object> answer = ask(Map.of("type", "search", "mbean", "*:*"));
    if (isFine(answer)) {
      return sorted(JolokiaHttp.list(answer.get("value")));
    }
    // Our own policy lists nothing, and lets us read all of ours at once.
    Map<String, Object> ours = ask(Map.of("type", "read", "mbean", "pickglass:*"));
    if (isFine(ours)) {
      return sorted(JolokiaHttp.object(ours.get("value")).keySet());
    }
    throw failure("", answer);
  }

  private static List<String> sorted(Iterable<?> names) {
    List<String> sorted = new ArrayList<>();
    names.forEach(name -> sorted.add(String.valueOf(name)));
    return sorted.stream().sorted().toList();
  }

  @Override
  public BeanShape describe(String bean) {
    Map<String, Object> answer = list(bean);
    if (!isFine(answer)) {
      throw failure(bean, answer);
    }
    return shape(bean, JolokiaHttp.object(answer.get("value")));
  }

  private Map<String, Object> list(String bean) {
    int colon = bean.indexOf(':');
    if (colon < 0) {
      throw BeanChecks.noName(bean, "it has no domain");
    }
    String path = escaped(bean.substring(0, colon)) + "/" + escaped(bean.substring(colon + 1));
    return ask(Map.of("type", "list", "path", path));
  }

  /** Only if its policy lets us know it. */
  private Optional<BeanShape> known(String bean) {
    Map<String, Object> answer = list(bean);
    return isFine(answer)
        ? Optional.of(shape(bean, JolokiaHttp.object(answer.get("value"))))
        : Optional.empty();
  }

  @Override
  public Map<String, Read> get(String bean, List<String> attributes) {
    Map<String, Read> values = new LinkedHashMap<>();
    if (attributes.isEmpty()) {
      Map<String, Object> request = request("read", bean);
      request.put("config", Map.of("ignoreErrors", true));
      Map<String, Object> answer = ask(request);
      if (!isFine(answer)) {
        throw failure(bean, answer);
      }
      JolokiaHttp.object(answer.get("value"))
          .forEach((name, value) -> values.put(name, read(value)));
      return values;
    }
    List<Map<String, Object>> requests =
        attributes.stream()
            .map(attribute -> {
              Map<String, Object> request = request("read", bean);
              request.put("attribute", attribute);
              return request;
            })
            .toList();
    List<Map<String, Object>> answers = http.exchange(requests, timeout.get());
    for (int i = 0; i < attributes.size(); i++) {
      values.put(attributes.get(i), read(bean, answers.get(i)));
    }
    return values;
  }

  private static Read read(Object value) {
    return value instanceof String text && text.startsWith("ERROR: ")
        ? Read.failed(text.substring("ERROR: ".length()))
        : Read.of(value);
  }

  private Read read(String bean, Map<String, Object> answer) {
    if (isFine(answer)) {
      return Read.of(answer.get("value"));
    }
    String type = String.valueOf(answer.get("error_type"));
    if (type.endsWith("InstanceNotFoundException")) {
      throw failure(bean, answer);
    }
    return Read.failed(
        type.endsWith("AttributeNotFoundException") ? "there is no such attribute" : error(answer));
  }

  @Override
  public void set(String bean, String attribute, String text) {
    Map<String, Object> request = request("write", bean);
    request.put("attribute", attribute);
    Object value =
        known(bean)
            .<Object>map(shape ->
                json(text, BeanChecks.value(bean, BeanChecks.writable(shape, attribute), text)))
            .orElse(text);
    request.put("value", value);
    Object unused = change(bean, request);
  }

  @Override
  public @Nullable Object invoke(String bean, String operation, List<String> arguments) {
    Map<String, Object> request = request("exec", bean);
    Optional<BeanShape> shape = known(bean);
    if (shape.isEmpty()) {
      request.put("operation", operation);
      request.put("arguments", arguments);
    } else {
      Overloads.Call call = Overloads.choose(shape.get(), operation, arguments);
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        values.add(json(arguments.get(i), call.arguments().get(i)));
      }
      request.put("operation", signature(call.operation()));
      request.put("arguments", values);
    }
    return change(bean, request);
  }

  /** Jolokia wants the types as the JVM calls them. */
  private static String signature(Operation operation) {
    return operation.parameters().stream()
        .map(Value::type)
        .collect(Collectors.joining(",", operation.name() + "(", ")"));
  }

  /** Jolokia reads what JSON does not have from text. */
  private static Object json(String text, @Nullable Object value) {
    return switch (value) {
      case null -> "[null]";
      case Number number -> number;
      case Boolean truth -> truth;
      case ObjectName _ -> text;
      case Date _ -> text;
      case Object array when array.getClass().isArray() ->
          Objects.requireNonNull(PlainValues.of(array));
      default -> text;
    };
  }

  private @Nullable Object change(String bean, Map<String, Object> request) {
    Map<String, Object> answer = ask(request);
    if (isFine(answer)) {
      return answer.get("value");
    }
    TargetException failure = failure(bean, answer);
    throw failure.kind() == Kind.REFUSED ? http.readOnly(failure) : failure;
  }

  private Map<String, Object> ask(Map<String, Object> request) {
    return http.exchange(List.of(request), timeout.get()).getFirst();
  }

  private static Map<String, Object> request(String type, String bean) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("type", type);
    request.put("mbean", bean);
    return request;
  }

  private static BeanShape shape(String bean, Map<String, Object> info) {
    List<BeanShape.Attribute> attributes = new ArrayList<>();
    JolokiaHttp.object(info.get("attr"))
        .forEach((name, each) -> {
          Map<String, Object> attribute = JolokiaHttp.object(each);
          boolean writable = Boolean.TRUE.equals(attribute.get("rw"));
          attributes.add(new BeanShape.Attribute(value(name, attribute), true, writable));
        });
    List<Operation> operations = new ArrayList<>();
    JolokiaHttp.object(info.get("op"))
        .forEach((name, each) -> {
          // Several of a name are a list.
          List<?> all = each instanceof List<?> list ? list : List.of(each);
          all.forEach(one -> operations.add(operation(name, JolokiaHttp.object(one))));
        });
    return new BeanShape(
        bean, text(info, "class"), text(info, "desc"), attributes, operations, notifications(info));
  }

  private static Operation operation(String name, Map<String, Object> operation) {
    List<Value> parameters =
        JolokiaHttp.list(operation.get("args")).stream()
            .map(JolokiaHttp::object)
            .map(parameter -> value(text(parameter, "name"), parameter))
            .toList();
    return new Operation(name, parameters, text(operation, "ret"), text(operation, "desc"));
  }

  private static List<String> notifications(Map<String, Object> info) {
    return JolokiaHttp.object(info.get("notif")).values().stream()
        .flatMap(each -> JolokiaHttp.list(JolokiaHttp.object(each).get("types")).stream())
        .map(String::valueOf)
        .toList();
  }

  private static Value value(String name, Map<String, Object> items) {
    return new Value(name, text(items, "type"), text(items, "desc"), Optional.empty());
  }

  private static String text(Map<String, Object> items, String name) {
    return items.get(name) instanceof String text ? text : "";
  }

  private static boolean isFine(Map<String, Object> answer) {
    return answer.get("status") instanceof Number status && status.intValue() == 200;
  }

  private TargetException failure(String bean, Map<String, Object> answer) {
    String type = String.valueOf(answer.get("error_type"));
    if (type.endsWith("InstanceNotFoundException")) {
      return BeanChecks.missing(http.name(), bean);
    }
    boolean refused =
        answer.get("status") instanceof Number status && status.intValue() == 403
            || type.endsWith("SecurityException");
    if (refused && bean.isEmpty()) {
      return new TargetException(
          Kind.REFUSED, http.name() + " does not tell which MBeans it has: its policy denies it");
    }
    return new TargetException(
        refused ? Kind.REFUSED : Kind.BAD_QUESTION,
        bean + " answered with an error: " + error(answer));
  }

  private static String error(Map<String, Object> answer) {
    // With the class of what was thrown in front, and of what wraps it.
    return String.valueOf(answer.get("error")).replaceFirst("^(?:[\\w.$]+\\.)([A-Z]\\w+ : )", "$1");
  }

  private static String escaped(String part) {
    return part.replace("!", "!!").replace("/", "!/");
  }
}
