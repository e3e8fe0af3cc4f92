package io.pickglass.repl;

import picocli.CommandLine.IVersionProvider;

/** The version of this console. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"pickglass " + (version == null ? "(not packaged)" : version)};
  }
}
