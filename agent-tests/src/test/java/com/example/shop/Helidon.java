package com.example.shop;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Helidon 4, which runs everything on virtual threads. */
public final class Helidon {
  private Helidon() {}

  private static void orders(ServerRequest request, ServerResponse response) {
    response.send(Shelf.take(request.path().path()));
  }

  public static void main(String[] args) throws Exception {
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .routing(routing -> routing.get("/*", Helidon::orders))
            .build()
            .start();
    Desk.serve(server.port());
    server.stop();
  }
}
