package io.pickglass.real;

import com.example.shop.Helidon;
import com.example.shop.Jetty;
import com.example.shop.Tomcat;
import com.example.shop.UndertowShop;
import java.util.List;

/** The servers, each with what it needs, and where its requests are found. */
enum Server {
  JETTY(
      "Jetty 12.1 with virtual threads",
      Jetty.class,
      "SelectableChannelEndPoint.RunnableCloseable-1",
      "Jetty.OrdersHandler.handle",
      Share.ONE_OR_TWO,
      Share.ABOUT,
      "/org/eclipse/jetty/",
      "/org/slf4j/"),
  TOMCAT(
      "Tomcat 11 with virtual threads",
      Tomcat.class,
      "NioEndpoint.SocketProcessor",
      "Tomcat.OrdersServlet.doGet",
      Share.EACH,
      Share.ABOUT,
      "/org/apache/tomcat/"),
  HELIDON(
      "Helidon 4 web server",
      Helidon.class,
      "ConnectionHandler",
      "Helidon.orders",
      Share.EACH,
      Share.CONNECTION,
      "/io/helidon/"),
  UNDERTOW(
      "Undertow 2.3, dispatching to virtual threads",
      UndertowShop.class,
      "HttpServerExchange.dispatch.Runnable-1",
      "UndertowShop.OrdersHandler.handleRequest",
      Share.EACH,
      Share.EACH,
      "/io/undertow/",
      "/org/jboss/",
      "/org/wildfly/",
      "/io/smallrye/");

  private final String shown;
  private final Class<?> main;
  private final String monitor;
  private final String section;
  private final Share close;
  private final Share kept;
  private final String[] libraries;

  Server(
      String shown,
      Class<?> main,
      String monitor,
      String section,
      Share close,
      Share kept,
      String... libraries) {
    this.shown = shown;
    this.main = main;
    this.monitor = monitor;
    this.section = section;
    this.close = close;
    this.kept = kept;
    this.libraries = libraries;
  }

  /** The monitor of its requests. */
  String monitor() {
    return monitor;
  }

  /** Its tasks where each request has a connection of its own. */
  Share close() {
    return close;
  }

  /** Its tasks where connections stay open. */
  Share kept() {
    return kept;
  }

  /** The monitor of its handler, if that is a section. */
  String section() {
    return section;
  }

  /** The agent's options that make it one. */
  String options() {
    String type = section.substring(0, section.lastIndexOf('.')).replace('.', '$');
    return "section=com.example.shop." + type + section.substring(section.lastIndexOf('.'));
  }

  /** What follows {@code java} to start it. */
  List<String> command() {
    return List.of("-cp", Libraries.with(libraries), main.getName());
  }

  @Override
  public String toString() {
    return shown;
  }
}
