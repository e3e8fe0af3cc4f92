package io.pickglass.instrument;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A Runnable that was given where a Callable is wanted. */
record RunnableCall<V extends @Nullable Object>(Runnable code, V value) implements Callable<V> {
  RunnableCall {
    Objects.requireNonNull(code);
  }

  /** One without a result. */
  @SuppressWarnings("NullAway") // whoever takes no result may take null
  static <V extends @Nullable Object> RunnableCall<V> of(Runnable code) {
    return new RunnableCall<>(code, null);
  }

  @Override
  public V call() {
    code.run();
    return value;
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
