package io.pickglass.repl.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** What happened to a snippet, in the words of {@code jshell}. */
final class SnippetText {
  private static final int LONGEST_VALUE = 1000;
  private static final String MARK = "|  ";

  private final JShell shell;
  private final List<String> lines = new ArrayList<>();

  private SnippetText(JShell shell) {
    this.shell = shell;
  }

  static List<String> of(JShell shell, SnippetEvent event) {
    SnippetText text = new SnippetText(shell);
    text.add(event);
    return text.lines;
  }

  private void add(SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (event.causeSnippet() != null) {
      return; // what follows from another is not what was typed
    }
    if (event.exception() != null) {
      add(event.exception(), "");
    } else if (event.status() == Status.REJECTED) {
      shell.diagnostics(snippet).filter(Diag::isError).forEach(each -> add(snippet, each));
    } else if (event.value() != null) {
      value(snippet, event.value());
    } else if (snippet instanceof DeclarationSnippet declared) {
      declared(declared, event);
    }
  }

  private void value(Snippet snippet, String value) {
    String name =
        switch (snippet) {
          case ExpressionSnippet expression -> expression.name();
          case VarSnippet variable -> variable.name();
          default -> "";
        };
    if (!name.isEmpty()) {
      String shown =
          value.length() > LONGEST_VALUE
              ? value.substring(0, LONGEST_VALUE / 2)
                  + " ... "
                  + value.substring(value.length() - LONGEST_VALUE / 2)
              : value;
      lines.addAll((name + " ==> " + shown).lines().toList());
    }
  }

  private void declared(DeclarationSnippet snippet, SnippetEvent event) {
    String what =
        switch (snippet) {
          case MethodSnippet method ->
              "method " + method.name() + "(" + method.parameterTypes() + ")";
          case TypeDeclSnippet type -> kind(type) + " " + type.name();
          default -> "variable " + snippet.name();
        };
    String done =
        switch (event.previousStatus()) {
          case NONEXISTENT, REJECTED -> "created ";
          default -> event.isSignatureChange() ? "replaced " : "modified ";
        };
    lines.add(MARK + done + what + until(snippet, event.status()));
  }

  private static String kind(TypeDeclSnippet type) {
    String name = type.subKind().name().replace("_SUBKIND", "");
    return name.equals("ANNOTATION_TYPE") ? "annotation" : name.toLowerCase(Locale.ROOT);
  }

  /** It may be written down before what it needs. */
  private String until(DeclarationSnippet snippet, Status status) {
    return switch (status) {
      case RECOVERABLE_DEFINED ->
          ", however, it cannot be invoked until " + missing(snippet) + " is declared";
      case RECOVERABLE_NOT_DEFINED ->
          ", however, it cannot be referenced until " + missing(snippet) + " is declared";
      default -> "";
    };
  }

  private String missing(DeclarationSnippet snippet) {
    return String.join(", and ", shell.unresolvedDependencies(snippet).toList());
  }

  private void add(Snippet snippet, Diag problem) {
    lines.add(MARK + "Error:");
    problem
        .getMessage(Locale.ENGLISH)
        .lines()
        .filter(line -> !line.strip().startsWith("location:"))
        .forEach(line -> lines.add(MARK + line));
    String source = snippet.source();
    int start = (int) Math.clamp(problem.getStartPosition(), 0, source.length());
    int end = (int) Math.clamp(problem.getEndPosition(), start, source.length());
    int lineStart = source.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = source.indexOf('\n', start);
    String line = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
    int length = Math.min(end, lineStart + line.length()) - start;
    lines.add(MARK + line);
    lines.add(
        MARK
            + " ".repeat(start - lineStart)
            + (length < 2 ? "^" : "^" + "-".repeat(length - 2) + "^"));
  }

  private void add(JShellException failure, String caused) {
    switch (failure) {
      case EvalException e ->
          lines.add(MARK + caused + "Exception " + e.getExceptionClassName() + said(e));
      case UnresolvedReferenceException e ->
          lines.add(
              "%sattempted to use %s which cannot be used until %s is declared"
                  .formatted(MARK, e.getSnippet().name(), missing(e.getSnippet())));
      default -> lines.add(MARK + caused + failure);
    }
    for (StackTraceElement frame : failure.getStackTrace()) {
      lines.add(MARK + "      at " + place(frame));
    }
    if (failure.getCause() instanceof JShellException cause) {
      add(cause, "Caused by: ");
    }
  }

  private static String said(EvalException failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? "" : ": " + message;
  }

  private static String place(StackTraceElement frame) {
    @Nullable String file = frame.getFileName();
    if (file != null && file.startsWith("#")) {
      return "%s (%s:%d)".formatted(frame.getMethodName(), file, frame.getLineNumber()).strip();
    }
    return frame.toString();
  }
}
