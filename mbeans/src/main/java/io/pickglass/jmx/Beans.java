package io.pickglass.jmx;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers beans and takes them away.
 *
 * <p>Errors: passed on to the consumer; a bean that cannot be registered is left out. One of
 * {@linkplain OtherCopy another copy} of the library in its place is no error.
 */
record Beans(MBeanServer server, Consumer<Throwable> errors) {
  /** Registers a bean and adds its name to those that are registered. */
  void register(Collection<ObjectName> registered, ObjectName name, Supplier<Object> bean) {
    try {
      server.registerMBean(bean.get(), name);
      registered.add(name);
    } catch (Throwable e) {
      if (!OtherCopy.isOfAnother(server, name)) {
        errors.accept(e);
      }
    }
  }

  /** Takes a bean away. */
  void unregister(ObjectName name) {
    try {
      server.unregisterMBean(name);
    } catch (Throwable e) {
      errors.accept(e);
    }
  }
}
