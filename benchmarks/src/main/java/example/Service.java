package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.database.User;
import io.pickglass.demo.database.Users;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import javax.management.ObjectName;

/**
 * What the demo does, as a program that knows nothing of Pickglass: its server, its paths, its
 * database and connections, and a virtual thread for each request.
 */
public final class Service {
  private static final int BACKLOG = 1_024;
  private static final int MAX_FORM = 4_096;

  private final Users users;

  private Service(Users users) {
    this.users = users;
  }

  private record Answer(int status, String text) {}

  /**
   * Runs it on a free port, which is the first line that it says, until its input ends. Each line
   * of that is the pattern of MBeans, and is answered by how many there are.
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    Service service = new Service(new Users(Database.inMemory().pool()));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", service::handle);
    server.start();
    System.out.println(server.getAddress().getPort());
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(
          ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName(line), null).size());
    }
    System.exit(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] bytes = answer.text().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException, SQLException {
    byte[] form = exchange.getRequestBody().readAllBytes();
    boolean posted = exchange.getRequestMethod().equals("POST");
    return switch (exchange.getRequestURI().getPath()) {
      case "/" -> new Answer(200, "This service answers to\n  GET /\n  POST /users\n");
      case "/users" -> posted ? create(form) : new Answer(405, "POST only\n");
      default -> new Answer(404, "there is nothing here\n");
    };
  }

  private Answer create(byte[] form) throws SQLException {
    if (form.length > MAX_FORM) {
      return new Answer(413, "too much\n");
    }
    String text = URLDecoder.decode(new String(form, UTF_8), UTF_8);
    String name = text.substring(text.indexOf('=') + 1).strip();
    if (name.isEmpty() || name.length() > Users.MAX_NAME_LENGTH) {
      return new Answer(400, "a user needs a name of up to 200 characters\n");
    }
    User user = users.insert(name);
    return new Answer(201, "{\"id\":" + user.id() + "}\n");
  }
}
