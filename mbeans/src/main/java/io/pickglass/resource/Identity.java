package io.pickglass.resource;

import io.pickglass.model.ResourceKind;

/**
 * Which resource that is: an object of the application's, told from others by nothing but itself,
 * or a value of ours.
 */
final class Identity {
  private final Object what;
  private final ResourceKind role;
  private final boolean byValue;

  private Identity(Object what, ResourceKind role, boolean byValue) {
    this.what = what;
    this.role = role;
    this.byValue = byValue;
  }

  /** That object in that role: a queue is known by the lock inside it, which is another one. */
  static Identity of(Object object, ResourceKind role) {
    return new Identity(object, role, false);
  }

  /** What has no object: where it is waited for stands for it. */
  static Identity ofValue(Record value, ResourceKind role) {
    return new Identity(value, role, true);
  }

  Object what() {
    return what;
  }

  ResourceKind role() {
    return role;
  }

  boolean isByValue() {
    return byValue;
  }

  @Override
  public int hashCode() {
    return (byValue ? what.hashCode() : System.identityHashCode(what)) * 31 + role.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Identity that
        && role == that.role
        && byValue == that.byValue
        && (byValue ? what.equals(that.what) : what == that.what);
  }
}
