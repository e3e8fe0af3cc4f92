package io.pickglass.jmx;

import io.pickglass.mxbean.ObjectNames;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Another copy of the library in the same process, in another class loader: the agent's beside that
 * of a part of an application server, say. The beans of which there is one belong to whoever came
 * first.
 */
public final class OtherCopy {
  private OtherCopy() {}

  /** What to say of it, if there is one that has come first. */
  public static Optional<String> sentence(MBeanServer server) {
    return isOfAnother(server, ObjectNames.PICKGLASS)
        ? Optional.of(
            "another copy of Pickglass ("
                + version(server)
                + ") came first in this process, in another class loader: its numbers and ours stand"
                + " side by side, the MBeans of which there is one are its; put the library where"
                + " both find it")
        : Optional.empty();
  }

  private static Object version(MBeanServer server) {
    try {
      return server.getAttribute(ObjectNames.PICKGLASS, "Version");
    } catch (JMException e) {
      return "of an unknown version";
    }
  }

  /** Whether that bean is there, and one of another copy. */
  static boolean isOfAnother(MBeanServer server, ObjectName bean) {
    try {
      return server.isRegistered(bean)
          && server.getClassLoaderFor(bean) != OtherCopy.class.getClassLoader();
    } catch (JMException e) {
      // It has just gone.
      return false;
    }
  }
}
