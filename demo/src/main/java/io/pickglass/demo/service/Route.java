package io.pickglass.demo.service;

import java.util.concurrent.atomic.LongAdder;

/** What is at one path: the one method it answers to, and how. */
final class Route {
  /** Answers one kind of request, on the request's own thread. */
  @FunctionalInterface
  interface Handler {
    /** The answer. Whatever is thrown but a {@link Refusal} becomes a 500 or a 503. */
    Response answer(Request request) throws Exception;
  }

  private final String method;
  private final String path;
  private final Handler handler;
  private final LongAdder requests = new LongAdder();

  Route(String method, String path, Handler handler) {
    this.method = method;
    this.path = path;
    this.handler = handler;
  }

  String path() {
    return path;
  }

  /** How people write it: {@code POST /users}. */
  String name() {
    return method + " " + path;
  }

  /** Requests with the right method so far. */
  long requestCount() {
    return requests.sum();
  }

  /** The methods it answers to; who may read may also ask for the head only. */
  String allowed() {
    return method.equals("GET") ? "GET, HEAD" : method;
  }

  Response answer(String requestMethod, Request request) throws Exception {
    if (!requestMethod.equals(method) && !(method.equals("GET") && requestMethod.equals("HEAD"))) {
      return Response.wrongMethod(allowed());
    }
    requests.increment();
    return handler.answer(request);
  }
}
