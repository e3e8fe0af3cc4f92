package io.pickglass.jmx;

import io.pickglass.mxbean.Described;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** A bean whose descriptions are the {@link Described} sentences of its interface. */
class DescribedBean<T> extends StandardMBean {
  private final Class<T> type;

  DescribedBean(T implementation, Class<T> type) {
    super(implementation, type, JMX.isMXBeanInterface(type));
    this.type = type;
  }

  @Override
  protected String getDescription(MBeanInfo info) {
    return Optional.ofNullable(type.getAnnotation(Described.class))
        .map(Described::value)
        .orElse("");
  }

  @Override
  protected String getDescription(MBeanAttributeInfo info) {
    String prefix = info.isIs() ? "is" : "get";
    return describe(info, method -> method.getName().equals(prefix + info.getName()));
  }

  @Override
  protected String getDescription(MBeanOperationInfo info) {
    return describe(info, method -> method.getName().equals(info.getName()));
  }

  @Override
  protected int getImpact(MBeanOperationInfo info) {
    return method(named -> named.getName().equals(info.getName()))
            .map(method -> method.getAnnotation(Described.class))
            .map(Described::changes)
            .orElse(true)
        ? MBeanOperationInfo.ACTION
        : MBeanOperationInfo.INFO;
  }

  @Override
  protected String getParameterName(MBeanOperationInfo info, MBeanParameterInfo param, int index) {
    return method(named -> named.getName().equals(info.getName()))
        .map(method -> method.getParameters()[index].getName())
        .orElse(param.getName());
  }

  @Override
  protected String getDescription(MBeanOperationInfo info, MBeanParameterInfo param, int index) {
    return method(named -> named.getName().equals(info.getName()))
        .map(method -> method.getParameters()[index].getAnnotation(Described.class))
        .map(Described::value)
        .orElse(param.getName());
  }

  private String describe(MBeanFeatureInfo info, Predicate<Method> wanted) {
    return method(wanted)
        .map(method -> method.getAnnotation(Described.class))
        .map(Described::value)
        .orElse(info.getName());
  }

  private Optional<Method> method(Predicate<Method> wanted) {
    return Arrays.stream(type.getMethods()).filter(wanted).findFirst();
  }
}
