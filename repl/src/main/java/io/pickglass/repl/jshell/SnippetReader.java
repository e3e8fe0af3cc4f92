package io.pickglass.repl.jshell;

import org.jspecify.annotations.Nullable;

/** Where snippets are typed. */
@FunctionalInterface
public interface SnippetReader {
  /** The next complete snippet; null when the person leaves. */
  @Nullable String read(Snippets shell);
}
