package io.pickglass.demo.load;

/** In which way a request did not get the answer that it was owed. */
public enum Failure {
  /** The answer had another status. */
  STATUS,
  /** No answer within {@link LoadSettings#TIMEOUT}. */
  TIMEOUT,
  /** The connection was refused, or broke. */
  CONNECTION,
  /** Not sent, because too many were under way already. */
  NOT_SENT,
  /** Under way when the load was stopped: the service may have done it or not. */
  ABANDONED
}
