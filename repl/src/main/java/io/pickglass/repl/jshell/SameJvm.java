package io.pickglass.repl.jshell;

import java.util.Map;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs snippets here, with our own classes as their parents, so that they share {@link Scope}. */
final class SameJvm implements ExecutionControlProvider {
  @Override
  public String name() {
    return "pickglass";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return new LocalExecutionControl(SameJvm.class.getClassLoader());
  }
}
