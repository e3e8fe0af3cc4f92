package io.pickglass.demo;

/** The command line cannot be understood; the message says why, in one sentence. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String sentence) {
    super(sentence);
  }
}
