package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;

/** A target that is over: nothing can be changed there, and only what was noted can be asked. */
abstract class OverTarget implements Target {
  @Override
  public Beans beans() {
    throw notRecorded("MBeans");
  }

  @Override
  public Resources resources() {
    throw notRecorded("waits");
  }

  @Override
  public String place(String monitor) {
    return "";
  }

  @Override
  public void turn(boolean on) {
    throw isOver();
  }

  @Override
  public void turn(String monitor, boolean on) {
    throw isOver();
  }

  @Override
  public void changeAgent(String options) {
    throw isOver();
  }

  @Override
  public boolean detachAgent() {
    throw isOver();
  }

  @Override
  public void warnFrom(String rule, String threshold) {
    throw isOver();
  }

  @Override
  public void warnAs(String rule, String level) {
    throw isOver();
  }

  private TargetException notRecorded(String what) {
    return new TargetException(
        Kind.REFUSED, name() + " is a recording, which has no " + what + ": connect to what runs");
  }

  private TargetException isOver() {
    return new TargetException(
        Kind.REFUSED,
        name() + " is a recording, in which nothing can be changed: connect to what runs");
  }
}
