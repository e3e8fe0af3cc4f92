package io.pickglass.agent;

import org.jspecify.annotations.Nullable;

/** Who opens and closes the sections of methods that the agent has changed. */
public interface Sections {
  /** A method of that name begins. */
  Object enter(String name);

  /** It has ended, and has thrown that, or nothing. */
  void leave(Object section, @Nullable Throwable thrown);
}
