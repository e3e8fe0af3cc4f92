package io.pickglass;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Runs the source of a program that is written for the previews of one JDK. */
public final class PreviewProgram {
  // A later one may have other names.
  private static final int WRITTEN_FOR = 25;

  private PreviewProgram() {}

  /**
   * What it printed, read as properties.
   *
   * @param test beside which the source lies
   * @param opened packages of java.base that are open to it
   */
  public static Properties run(Class<?> test, String source, String... opened)
      throws URISyntaxException {
    assumeTrue(
        Runtime.version().feature() == WRITTEN_FOR,
        "StructuredTaskScope is a preview, and the program is written for that of JDK 25");
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--enable-preview", "--source", String.valueOf(WRITTEN_FOR)));
    for (String each : opened) {
      options.addAll(List.of("--add-opens", "java.base/" + each + "=ALL-UNNAMED"));
    }
    Path program = Path.of(Objects.requireNonNull(test.getResource(source)).toURI());
    return ChildJvm.run(options, program.toString());
  }
}
