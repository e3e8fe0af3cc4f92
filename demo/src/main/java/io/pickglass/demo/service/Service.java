package io.pickglass.demo.service;

import com.sun.net.httpserver.HttpServer;
import io.pickglass.Pickglass;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.database.Users;
import io.pickglass.demo.trouble.Troubles;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Consumer;

/**
 * The service, from construction to {@link #close}: an HTTP server on the loopback address whose
 * requests each run on a watched virtual thread of the monitor {@code http}. The thread that looks
 * after the connections to the database is the runtime {@code connections}.
 *
 * <p>{@code http} has a few tasks more than there were requests: the JDK's server uses one to find
 * out that a client has hung up.
 */
public final class Service implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  // Connections that the kernel keeps until they are accepted; a burst must not lose one.
  private static final int BACKLOG = 1_024;

  static {
    // Else a request on a connection kept alive takes 44 ms instead of 0.5 ms. The property counts
    // only if it is set before the server's own classes are loaded.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final Entrance entrance;

  private Service(HttpServer server, Database database, Troubles troubles) {
    this.server = server;
    entrance = new Entrance(troubles);
    Handlers handlers = new Handlers(new Users(database.pool()), troubles);
    Pickglass.watch(database.pool().keeper(), "connections");
    server.setExecutor(entrance);
    server.createContext("/", new Router(handlers.routes()));
    server.start();
  }

  /**
   * A running service.
   *
   * @param port where to listen; 0 for any free port. If somebody else listens there, a free one is
   *     taken
   * @param notices is told in one sentence if the port is another than the one asked for
   */
  public static Service start(
      int port, Database database, Troubles troubles, Consumer<String> notices) throws IOException {
    HttpServer server;
    try {
      server = listen(port);
    } catch (BindException e) {
      if (port == 0) {
        throw e;
      }
      server = listen(0);
      notices.accept(
          "port %d is %s: the service listens on %s:%d instead"
              .formatted(port, reason(e), HOST, server.getAddress().getPort()));
    }
    return new Service(server, database, troubles);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://" + HOST + ":" + server.getAddress().getPort() + "/");
  }

  /** Answers the requests that have arrived, refuses others, and returns when none is left. */
  @Override
  public void close() {
    // The entrance first, because the server's own way to wait does not notice when the last client
    // hangs up while it is asked to stop, and then waits for nothing until the time is over.
    entrance.close();
    server.stop(0);
  }

  private static HttpServer listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
  }

  // A port below 1024 is refused with the same exception as one that is in use.
  private static String reason(BindException e) {
    return String.valueOf(e.getMessage()).contains("ermission") ? "not permitted" : "in use";
  }
}
