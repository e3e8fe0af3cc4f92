package io.pickglass.repl.target;

import io.pickglass.repl.target.BeanShape.Operation;
import io.pickglass.repl.target.BeanShape.Value;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.AttributeNotFoundException;
import javax.management.Descriptor;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.OpenType;
import org.jspecify.annotations.Nullable;

/** All MBeans of a target over JMX. */
final class JmxBeans implements Beans {
  private final MBeanServerConnection connection;
  private final String name;
  private final Supplier<Duration> timeout;

  JmxBeans(MBeanServerConnection connection, String name, Supplier<Duration> timeout) {
    this.connection = connection;
    this.name = name;
    this.timeout = timeout;
  }

  @Override
  public List<String> names() {
    return ask(
        "",
        () ->
            connection.queryNames(null, null).stream().map(ObjectName::toString).sorted().toList());
  }

  @Override
  public BeanShape describe(String bean) {
    ObjectName object = parse(bean);
    return ask(bean, () -> shape(bean, connection.getMBeanInfo(object)));
  }

  @Override
  public Map<String, Read> get(String bean, List<String> attributes) {
    ObjectName object = parse(bean);
    return ask(
        bean,
        () -> {
          List<String> wanted =
              attributes.isEmpty()
                  ? Arrays.stream(connection.getMBeanInfo(object).getAttributes())
                      .filter(each -> each.isReadable())
                      .map(each -> each.getName())
                      .toList()
                  : attributes;
          // One by one: all at once, those that fail are left out without a word.
          Map<String, Read> values = new LinkedHashMap<>();
          List<Read> reads = Parallel.map(wanted, attribute -> read(object, attribute));
          for (int i = 0; i < wanted.size(); i++) {
            values.put(wanted.get(i), reads.get(i));
          }
          return values;
        });
  }

  private Read read(ObjectName object, String attribute) throws JMException, IOException {
    try {
      return Read.of(PlainValues.of(connection.getAttribute(object, attribute)));
    } catch (AttributeNotFoundException e) {
      return Read.failed("there is no such attribute");
    } catch (InstanceNotFoundException e) {
      throw e;
    } catch (JMException | JMRuntimeException e) {
      return Read.failed(TargetException.root(e));
    } catch (SecurityException e) {
      return Read.failed("not allowed: " + e.getMessage());
    } catch (IOException e) {
      Optional<String> unknown = unknownClass(e);
      if (unknown.isPresent()) {
        return Read.failed("it is of " + unknown.get() + ", which this console does not have");
      }
      throw e;
    }
  }

  @Override
  public void set(String bean, String attribute, String text) {
    ObjectName object = parse(bean);
    Object unused =
        ask(
            bean,
            () -> {
              BeanShape.Attribute known =
                  BeanChecks.writable(shape(bean, connection.getMBeanInfo(object)), attribute);
              Object value = BeanChecks.value(bean, known, text);
              connection.setAttribute(object, new javax.management.Attribute(attribute, value));
              return true;
            });
  }

  @Override
  public @Nullable Object invoke(String bean, String operation, List<String> arguments) {
    ObjectName object = parse(bean);
    Read answer =
        ask(
            bean,
            () -> {
              BeanShape shape = shape(bean, connection.getMBeanInfo(object));
              Overloads.Call call = Overloads.choose(shape, operation, arguments);
              String[] types =
                  call.operation().parameters().stream().map(Value::type).toArray(String[]::new);
              return Read.of(
                  PlainValues.of(
                      connection.invoke(
                          object, call.operation().name(), call.arguments().toArray(), types)));
            });
    return answer.value();
  }

  private static ObjectName parse(String bean) {
    try {
      return new ObjectName(bean);
    } catch (MalformedObjectNameException e) {
      throw BeanChecks.noName(bean, TargetException.root(e));
    }
  }

  private static BeanShape shape(String bean, MBeanInfo info) {
    return new BeanShape(
        bean,
        info.getClassName(),
        text(info.getDescription()),
        Arrays.stream(info.getAttributes())
            .map(each ->
                new BeanShape.Attribute(
                    value(each, each.getType()), each.isReadable(), each.isWritable()))
            .toList(),
        Arrays.stream(info.getOperations())
            .map(each ->
                new Operation(
                    each.getName(),
                    Arrays.stream(each.getSignature()).map(p -> value(p, p.getType())).toList(),
                    each.getReturnType(),
                    text(each.getDescription())))
            .toList(),
        Arrays.stream(info.getNotifications())
            .flatMap(each -> Arrays.stream(each.getNotifTypes()))
            .distinct()
            .toList());
  }

  private static Value value(MBeanFeatureInfo feature, String type) {
    return new Value(
        feature.getName(), type, text(feature.getDescription()), open(feature.getDescriptor()));
  }

  private static Optional<OpenType<?>> open(Descriptor descriptor) {
    return descriptor.getFieldValue("openType") instanceof OpenType<?> type
        ? Optional.of(type)
        : Optional.empty();
  }

  private static String text(@Nullable String description) {
    return description == null ? "" : description;
  }

  private <T> T ask(String bean, JmxQuestions.Question<T> question) {
    return Deadline.call(
        timeout.get(),
        name,
        () -> {
          try {
            return question.ask();
          } catch (InstanceNotFoundException e) {
            throw BeanChecks.missing(name, bean);
          } catch (SecurityException e) {
            throw JmxFailures.notAllowed(name, e);
          } catch (JMException | JMRuntimeException e) {
            throw new TargetException(
                Kind.BAD_QUESTION, bean + " answered with an error: " + BeanChecks.thrown(e), e);
          } catch (IOException e) {
            throw unknownClass(e)
                .map(BeanChecks::unknownClass)
                .orElseGet(() -> JmxFailures.failed(name, e));
          }
        });
  }

  private static Optional<String> unknownClass(IOException failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ClassNotFoundException unknown) {
        return Optional.of(String.valueOf(unknown.getMessage()));
      }
    }
    return Optional.empty();
  }
}
