package io.pickglass;

import org.jspecify.annotations.Nullable;

/** Code that returns a value and may throw what its caller knows of. */
@FunctionalInterface
public interface Body<T extends @Nullable Object, X extends Exception> {
  /** Runs the code. */
  T call() throws X;
}
