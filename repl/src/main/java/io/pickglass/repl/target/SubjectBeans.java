package io.pickglass.repl.target;

import io.pickglass.model.Interval;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.RuntimeIntervals;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The beans of monitors and of runtimes, and what they answer. */
final class SubjectBeans {
  private SubjectBeans() {}

  /** Refuses names that nothing can have: in an ObjectName they would be syntax. */
  static void check(Subject subject, List<String> names) {
    for (String name : names) {
      if (!name.matches("[A-Za-z0-9._-]+")) {
        throw missing(subject, name);
      }
    }
  }

  /** The bean that gives the intervals. */
  static ObjectName of(Subject subject, String name) {
    return switch (subject) {
      case MONITOR -> ObjectNames.taskMonitor(name);
      case RUNTIME -> ObjectNames.runtimeMonitor(name);
    };
  }

  static Interval<?> interval(Subject subject, CompositeData data) {
    return switch (subject) {
      case MONITOR -> TaskIntervals.fromComposite(data);
      case RUNTIME -> RuntimeIntervals.fromComposite(data);
    };
  }

  static Interval<?> interval(Subject subject, Map<String, Object> json) {
    return switch (subject) {
      case MONITOR -> TaskIntervals.fromMap(json);
      case RUNTIME -> RuntimeIntervals.fromMap(json);
    };
  }

  /** What to say of a bean that is not there, if it is one of these. */
  static Optional<TargetException> missing(String target, String bean) {
    if (bean.equals(ObjectNames.TASKS.toString())) {
      return Optional.of(TargetException.hasNoTasks(target));
    }
    if (bean.equals(ObjectNames.RESOURCES.toString())) {
      return Optional.of(Resources.missing(target));
    }
    if (!bean.contains("name=")) {
      return Optional.empty(); // the beans of the library as a whole
    }
    Subject subject = bean.contains("type=TaskMonitor") ? Subject.MONITOR : Subject.RUNTIME;
    return Optional.of(missing(subject, nameIn(bean)));
  }

  private static TargetException missing(Subject subject, String name) {
    return new TargetException(
        subject == Subject.MONITOR ? Kind.NO_SUCH_MONITOR : Kind.NO_SUCH_RUNTIME, name);
  }

  private static String nameIn(String bean) {
    // The keys may come in any order.
    int name = bean.indexOf("name=") + "name=".length();
    int end = bean.indexOf(',', name);
    return end < 0 ? bean.substring(name) : bean.substring(name, end);
  }
}
