package io.pickglass.benchmarks.work;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is on the heap, class by class, as the JVM counts it. */
record Heap(Map<String, Use> classes) {
  // " 12:   1000   24000  java.lang.String (java.base@25)"
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

  /** Of one class. */
  record Use(long objects, long bytes) {}

  /** What somebody still refers to: everything else is collected first. */
  static Heap live() {
    return histogram();
  }

  /** Everything since the last collection. */
  static Heap all() {
    return histogram("-all");
  }

  private static Heap histogram(String... arguments) {
    try {
      Object text =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {arguments},
                  new String[] {String[].class.getName()});
      Map<String, Use> classes = new TreeMap<>();
      text.toString().lines().forEach(line -> add(classes, line));
      return new Heap(classes);
    } catch (JMException e) {
      throw new IllegalStateException("this JVM does not count its objects", e);
    }
  }

  private static void add(Map<String, Use> classes, String line) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.matches()) {
      Use use = new Use(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
      // One name may stand for a class of each of several loaders.
      classes.merge(
          matcher.group(3),
          use,
          (a, b) -> new Use(a.objects() + b.objects(), a.bytes() + b.bytes()));
    }
  }

  long bytes() {
    return classes.values().stream().mapToLong(Use::bytes).sum();
  }

  /** How many objects there are of the classes whose names match. */
  long objects(Pattern of) {
    return classes.entrySet().stream()
        .filter(use -> of.matcher(use.getKey()).matches())
        .mapToLong(use -> use.getValue().objects())
        .sum();
  }
}
