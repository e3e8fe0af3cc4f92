package io.pickglass;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which version of the library this is. */
final class Version {
  private Version() {}

  /** As the module or the jar says it; {@code development} where neither does. */
  static String ofThis() {
    Optional<String> module =
        Optional.ofNullable(Version.class.getModule().getDescriptor())
            .flatMap(ModuleDescriptor::rawVersion);
    return module
        .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
        .orElse("development");
  }
}
