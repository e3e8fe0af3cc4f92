package com.example.shop;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Undertow, whose handler goes over to virtual threads. */
public final class UndertowShop {
  private UndertowShop() {}

  static final class OrdersHandler implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) {
      exchange.startBlocking();
      exchange.getResponseSender().send(Shelf.take(exchange.getRequestPath()));
    }
  }

  public static void main(String[] args) throws Exception {
    var virtual = Executors.newVirtualThreadPerTaskExecutor();
    HttpHandler orders = new OrdersHandler();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> exchange.dispatch(virtual, orders))
            .build();
    server.start();
    InetSocketAddress open = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    Desk.serve(open.getPort());
    server.stop();
    virtual.close();
  }
}
