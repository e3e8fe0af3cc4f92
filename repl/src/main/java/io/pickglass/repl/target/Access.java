package io.pickglass.repl.target;

/**
 * With what a target lets us in. Its text tells no secret.
 *
 * @param user name of the user, or an empty string
 * @param password of the user
 * @param tls how the connection is secured
 */
public record Access(String user, String password, Tls tls) {
  /** Nobody in particular. */
  public static final Access NONE = new Access("", "", Tls.DEFAULT);

  /** Whether it names a user. */
  boolean hasUser() {
    return !user.isEmpty();
  }

  @Override
  public String toString() {
    return "Access[user=" + user + ", tls=" + tls + "]";
  }
}
