package io.pickglass.demo.service;

/** A request that cannot be answered as asked, through its own fault: a status and a sentence. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  Refusal(int status, String sentence) {
    super(sentence, null, false, false); // an answer, not an accident: no stack trace
    this.status = status;
  }

  Response response() {
    return Response.text(status, String.valueOf(getMessage()));
  }
}
