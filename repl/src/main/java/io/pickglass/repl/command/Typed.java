package io.pickglass.repl.command;

import io.pickglass.repl.jshell.SnippetReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a person types, where there is one. */
public final class Typed {
  private Supplier<List<String>> lines = List::of;
  private @Nullable SnippetReader snippets;

  Typed() {}

  /** Sets where the lines are that were typed. */
  public void lines(Supplier<List<String>> newLines) {
    lines = newLines;
  }

  /** Sets where snippets are typed. */
  public void snippets(SnippetReader reader) {
    snippets = reader;
  }

  /** The lines that were typed, the oldest first, without what is secret. */
  List<String> lines() {
    return lines.get();
  }

  /** Where snippets are typed; empty where nobody types. */
  Optional<SnippetReader> snippets() {
    return Optional.ofNullable(snippets);
  }
}
