package io.pickglass.repl.recording;

/** A file cannot be read, or written, as a recording; the message is one sentence for the user. */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the sentence for the user. */
  public RecordingException(String sentence) {
    super(sentence);
  }

  /** With the sentence for the user and what led to it. */
  public RecordingException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
