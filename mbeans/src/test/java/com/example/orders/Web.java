package com.example.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program with two of the JDK's servers, one of which has two handlers. */
public final class Web {
  private static final int EACH = 10;

  private Web() {}

  static final class Hello implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    }
  }

  public static void main(String[] args) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      serve(threads, "/");
      serve(threads, "/", "/users");
    }
    Beans.awaitTick();
    Beans.counts().forEach((name, counts) -> System.out.println(name + "=" + counts));
    System.out.println("library.InternalErrorCount=" + Beans.ofLibrary("InternalErrorCount"));
  }

  private static void serve(ExecutorService threads, String... paths) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (String path : paths) {
      server.createContext(path, new Hello());
    }
    server.setExecutor(threads);
    server.start();
    for (int i = 0; i < EACH; i++) {
      URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + paths[0]);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      if (connection.getResponseCode() != 200) {
        throw new AssertionError(connection.getResponseCode());
      }
    }
    server.stop(0);
  }
}
