package io.pickglass.repl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.pickglass.repl",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_TERMINAL_KNOWS_JLINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..repl.terminal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule ONLY_TARGETS_TALK_TO_PROCESSES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..repl.target..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.management..", "java.net.http..", "com.sun.tools.attach..");

  @ArchTest
  static final ArchRule ARITHMETIC_AND_VIEWS_KNOW_NO_COMMANDS =
      noClasses()
          .that()
          .resideInAnyPackage("..repl.series..", "..repl.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "..repl.command..", "..repl.run..", "..repl.terminal..");

  @ArchTest
  static final ArchRule ARROWS_GO_ONE_WAY =
      slices().matching("io.pickglass.repl.(*)..").should().beFreeOfCycles();
}
