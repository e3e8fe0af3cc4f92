package io.pickglass.repl.record;

import io.pickglass.repl.target.Target;

/** What is recorded; it may be lost and come back. */
public interface Source {
  /** The target; one that was lost is connected to anew. */
  Target target();

  /** It no longer answers. */
  void lose();

  /** Whether it is worth while to wait for it. */
  boolean mayComeBack();
}
