package com.example.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/** Tomcat 11, embedded, with the executor that Spring Boot gives it for virtual threads. */
public final class Tomcat {
  private Tomcat() {}

  static final class OrdersServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response.getWriter().print(Shelf.take(request.getRequestURI()));
    }
  }

  public static void main(String[] args) throws Exception {
    Path base = Files.createTempDirectory("tomcat");
    org.apache.catalina.startup.Tomcat tomcat = new org.apache.catalina.startup.Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.setHostname("127.0.0.1");
    Connector connector = tomcat.getConnector();
    connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("tomcat-handler-"));
    Context context = tomcat.addContext("", base.toString());
    org.apache.catalina.startup.Tomcat.addServlet(context, "orders", new OrdersServlet());
    context.addServletMappingDecoded("/*", "orders");
    tomcat.start();
    Desk.serve(connector.getLocalPort());
    tomcat.stop();
    tomcat.destroy();
  }
}
