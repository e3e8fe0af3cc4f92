package io.pickglass.repl.target;

/**
 * A target could not answer. The message is one sentence for the user: what was given, what was
 * expected, what to do.
 */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Kind {
    /** What was given is no way to name a target. */
    BAD_ADDRESS,
    /** There is none, or not only one, or it does not answer in time. */
    UNREACHABLE,
    /** It answers, but Pickglass is not in it. */
    NO_PICKGLASS,
    /** It answers, but does not allow the question. */
    REFUSED,
    /** It does not understand what was asked, or knows no such thing; the message is its own. */
    BAD_QUESTION,
    /** Its Pickglass is older than what was asked for. */
    TOO_OLD,
    /** It has no monitor of that name; the message is the name. */
    NO_SUCH_MONITOR,
    /** It has no runtime of that name; the message is the name. */
    NO_SUCH_RUNTIME
  }

  private final Kind kind;

  /** With the sentence for the user. */
  public TargetException(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  /** With the sentence for the user and what led to it. */
  public TargetException(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** Whether what was asked about is not there, in a target that answers. */
  public boolean isMissing() {
    return kind == Kind.NO_SUCH_MONITOR || kind == Kind.NO_SUCH_RUNTIME;
  }

  /** The target answers in a shape that we do not know. */
  static TargetException notUnderstood(String name, RuntimeException failure) {
    return new TargetException(
        Kind.REFUSED,
        name
            + " answers in a way this console does not understand ("
            + failure.getMessage()
            + "): its Pickglass is of another version, so use the console of that version",
        failure);
  }

  /** The target was asked for tasks and is older than they are. */
  static TargetException hasNoTasks(String name) {
    return new TargetException(
        Kind.TOO_OLD,
        name
            + " cannot list single tasks, as its Pickglass is older than that: `monitors` and `show"
            + " NAME` tell of all of them together");
  }

  /** The last words of the chain of causes, as the JVM says them. */
  static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String name = root.getClass().getSimpleName();
    return message == null || message.isBlank() ? name : message.lines().findFirst().orElse(name);
  }
}
