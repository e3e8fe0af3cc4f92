package io.pickglass.repl.explain;

import io.pickglass.repl.view.Symbols;

/** Answers one question about a monitor. Only asked where polls are seen and there were tasks. */
@FunctionalInterface
interface Branch {
  Finding look(Evidence evidence, Symbols symbols);
}
