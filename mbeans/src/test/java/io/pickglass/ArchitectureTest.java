package io.pickglass;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The way of the data has one direction. */
class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.pickglass");

  @Test
  void arrowsGoOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("door")
        .definedBy("io.pickglass")
        .layer("jmx")
        .definedBy("io.pickglass.jmx..")
        .layer("jfr")
        .definedBy("io.pickglass.jfr..")
        .optionalLayer("lint")
        .definedBy("io.pickglass.lint..")
        .layer("sampling")
        .definedBy("io.pickglass.sampling..")
        .layer("evidence")
        .definedBy("io.pickglass.evidence..")
        .layer("runtime")
        .definedBy("io.pickglass.runtime..")
        .layer("agent")
        .definedBy("io.pickglass.agent..")
        .layer("resource")
        .definedBy("io.pickglass.resource..")
        .layer("listing")
        .definedBy("io.pickglass.listing..")
        .layer("query")
        .definedBy("io.pickglass.query..")
        .layer("instrument")
        .definedBy("io.pickglass.instrument..")
        .layer("task")
        .definedBy("io.pickglass.task..")
        .layer("monitor")
        .definedBy("io.pickglass.monitor..")
        .layer("mxbean")
        .definedBy("io.pickglass.mxbean..")
        .layer("model")
        .definedBy("io.pickglass.model..")
        .layer("catalog")
        .definedBy("io.pickglass.catalog..")
        .layer("jdk")
        .definedBy("io.pickglass.jdk..")
        .layer("time")
        .definedBy("io.pickglass.time..")
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("jmx")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("jfr")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("lint")
        .mayOnlyBeAccessedByLayers("sampling", "jmx", "door")
        .whereLayer("sampling")
        .mayOnlyBeAccessedByLayers("jfr", "jmx", "door")
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers("jmx", "door")
        .whereLayer("runtime")
        .mayOnlyBeAccessedByLayers("agent", "sampling", "resource", "lint", "jmx", "door")
        .whereLayer("agent")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("listing")
        .mayOnlyBeAccessedByLayers("resource", "lint", "jmx", "door")
        .whereLayer("resource")
        .mayOnlyBeAccessedByLayers("lint", "jmx", "door")
        .whereLayer("query")
        .mayOnlyBeAccessedByLayers("resource", "listing")
        .whereLayer("instrument")
        .mayOnlyBeAccessedByLayers("agent", "jmx", "door")
        .whereLayer("task")
        .mayOnlyBeAccessedByLayers("agent", "instrument", "door")
        .whereLayer("monitor")
        .mayOnlyBeAccessedByLayers(
            "task",
            "agent",
            "instrument",
            "runtime",
            "evidence",
            "sampling",
            "listing",
            "resource",
            "lint",
            "jfr",
            "jmx",
            "door")
        .whereLayer("mxbean")
        .mayOnlyBeAccessedByLayers("jmx", "door")
        .whereLayer("jdk")
        .mayOnlyBeAccessedByLayers(
            "agent", "monitor", "instrument", "runtime", "evidence", "listing", "resource", "jmx")
        .check(classes);
  }

  @Test
  void noPackageDependsOnItselfThroughOthers() {
    slices().matching("io.pickglass.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theLibraryNeedsNothingButTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.pickglass..",
            "java..",
            "javax.management..",
            "com.sun.management",
            "jdk.jfr..",
            "jdk.management",
            "org.jspecify..")
        .check(classes);
  }

  @Test
  void onlyTheKeyholeReflects() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.pickglass.jdk..", "io.pickglass.jmx..")
        // It is to load on any JVM, and names nothing that does not.
        .and()
        .doNotHaveFullyQualifiedName("io.pickglass.agent.Entrance")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(classes);
  }

  @Test
  void theHotPathNeitherLogsNorPrints() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System$Logger")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(classes);
  }
}
