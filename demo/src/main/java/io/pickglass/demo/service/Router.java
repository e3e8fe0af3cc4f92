package io.pickglass.demo.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the route of a request, and makes an answer of everything that may happen there. */
final class Router implements HttpHandler {
  private static final Logger LOG = System.getLogger(Router.class.getName());

  private final Map<String, Route> routes = new LinkedHashMap<>();

  Router(List<Route> all) {
    all.forEach(route -> routes.put(route.path(), route));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange);
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Route route = routes.get(path);
    if (route == null) {
      return Response.text(404, "there is nothing at " + path);
    }
    try {
      return route.answer(exchange.getRequestMethod(), new Request(exchange));
    } catch (Refusal refusal) {
      return refusal.response();
    } catch (IOException e) {
      throw e; // the client has gone in the middle of its request: nobody is there to be answered
    } catch (SQLException e) {
      return Response.text(503, "the database did not do it: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Response.text(503, "the service is being stopped");
    } catch (Exception e) {
      LOG.log(Level.ERROR, "no answer to " + route.name(), e);
      return Response.text(500, "something went wrong here, and the log says what");
    }
  }
}
