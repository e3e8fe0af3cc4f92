package io.pickglass.races;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;

/** The fields of the library that change after they were made, and so may be raced over. */
final class SharedFields {
  private static final String[] PACKAGES = {
    "io.pickglass.task",
    "io.pickglass.monitor",
    "io.pickglass.runtime",
    "io.pickglass.evidence",
    "io.pickglass.lint",
    "io.pickglass.resource",
    "io.pickglass.sampling",
    "io.pickglass.instrument",
    "io.pickglass.agent",
    "io.pickglass.time"
  };

  // Changed by the thread that uses it and never seen by another, or written nowhere.
  private static final String OWN_OR_PADDING =
      "(Builder|Snapshot|TaskReading|TaskNumbers|Probe|PlatformThreads|Sight|RuntimeReading|WorkerTotals|Extremes|AgentOptions|Sample|Around|Taking|Tally|TaskScan|Holders|Held|Finding|Waiter|Group|Census|Found|Scene|Joins|People|Cycles|Moment|Sum|Api|Seen|Stuck|Crowd|Case)\\..*|Lane\\.[pq]\\d|IntervalReader\\..*";

  // Final, but what is inside changes.
  private static final String CHANGING_INSIDE =
      "java\\.util\\.concurrent\\.(atomic\\.|ConcurrentHashMap).*|java\\.util\\.(Set|List|Map|Queue|ArrayDeque)|\\[.*";

  private static final String TABLES = "java\\.util\\.(Set|List|Map)";

  private SharedFields() {}

  /** All of them, as {@code Class.field}. */
  static Set<String> inTheLibrary() {
    Set<String> names = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(location -> location.contains("mbeans"))
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PACKAGES)) {
      for (JavaField field : type.getFields()) {
        String name = type.getSimpleName() + "." + field.getName();
        if (changes(field) && !name.matches(OWN_OR_PADDING)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean changes(JavaField field) {
    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return false;
    }
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || field.getRawType().getName().matches(CHANGING_INSIDE) && !isConstant(field);
  }

  // Tables that are filled when the class is loaded, and the parts of an immutable record.
  private static boolean isConstant(JavaField field) {
    boolean isTable = field.getRawType().isArray() || field.getRawType().getName().matches(TABLES);
    return isTable && field.getModifiers().contains(JavaModifier.STATIC)
        || field.getRawType().isArray() && field.getOwner().isRecord();
  }
}
