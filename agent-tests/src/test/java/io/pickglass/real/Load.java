package io.pickglass.real;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A client that counts: some connections at once, a few pages over and over. */
final class Load {
  /** How many connections there are at once. */
  static final int CLIENTS = 8;

  private static final int PAGES = 10;
  private static final int DEADLINE_MILLIS = 30_000;
  private static final String LENGTH = "content-length:";

  private final int port;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  Load(int port) {
    this.port = port;
  }

  private interface Client {
    void run(int from, int to) throws IOException;
  }

  /** Requests so many times over a new connection each, and returns when all are answered. */
  void close(int requests) {
    share(
        requests,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            begun.incrementAndGet();
            try (Socket socket = connect()) {
              ask(socket, i, "close");
            }
          }
        });
  }

  /** The same, each client over one connection. */
  void keepAlive(int requests) {
    share(
        requests,
        (from, to) -> {
          try (Socket socket = connect()) {
            for (int i = from; i < to; i++) {
              begun.incrementAndGet();
              ask(socket, i, "keep-alive");
            }
          }
        });
  }

  int begun() {
    return begun.get();
  }

  int answered() {
    return answered.get();
  }

  /** What was answered to each page, whole, but for the date. */
  Map<String, String> answers() {
    return new TreeMap<>(answers);
  }

  private void share(int requests, Client client) {
    int each = requests / CLIENTS;
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Object>> all =
          IntStream.range(0, CLIENTS)
              .mapToObj(i -> clients.submit(() -> run(client, i * each, (i + 1) * each)))
              .toList();
      for (Future<Object> one : all) {
        one.get();
      }
    } catch (Exception e) {
      throw new AssertionError("a request has failed", e);
    }
  }

  private static Object run(Client client, int from, int to) throws IOException {
    client.run(from, to);
    return "done";
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(DEADLINE_MILLIS);
    return socket;
  }

  private void ask(Socket socket, int number, String connection) throws IOException {
    String page = "/orders/" + number % PAGES;
    String request =
        "GET " + page + " HTTP/1.1\r\nHost: shop\r\nConnection: " + connection + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    String answer = answer(socket.getInputStream());
    answered.incrementAndGet();
    String before = answers.putIfAbsent(page + " " + connection, answer);
    if (before != null && !before.equals(answer)) {
      throw new AssertionError(page + " was " + before + " and then " + answer);
    }
  }

  private static String answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended in " + head);
      }
      head.append((char) next);
    }
    byte[] body = in.readNBytes(length(head.toString()));
    return head.toString().replaceAll("(?i)\r\ndate: [^\r]*", "") + new String(body, ISO_8859_1);
  }

  private static int length(String head) throws IOException {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith(LENGTH))
        .map(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
        .findFirst()
        .orElseThrow(() -> new IOException("no length in " + head));
  }
}
