package io.pickglass.demo.load;

/**
 * One request and the status that the service owes it.
 *
 * @param body a form, or empty for a request without a body
 */
public record LoadRequest(Kind kind, String method, String path, String body, int status) {
  /** What a request is for. */
  public enum Kind {
    /** Stores a user. */
    CREATE,
    /** Reads the front page. */
    GREET,
    /** Is wrong in some way, and must be refused. */
    BAD
  }
}
