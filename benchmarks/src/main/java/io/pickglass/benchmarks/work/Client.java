package io.pickglass.benchmarks.work;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.pickglass.demo.load.LoadRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A connection to a service, over which one request follows the answer to the one before. By hand:
 * what a client library uses of the processors the service has not.
 */
final class Client implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;

  Client(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** What is sent for a request. */
  static byte[] bytes(LoadRequest request) {
    byte[] body = request.body().getBytes(UTF_8);
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
            .formatted(request.method(), request.path(), body.length);
    return (head + request.body()).getBytes(UTF_8);
  }

  /** Sends that, and reads the whole answer; its status. */
  int ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    String first = line();
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(first.split(" ", -1)[1]);
  }

  private String line() throws IOException {
    byte[] bytes = new byte[256];
    int length = 0;
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the service has hung up");
      }
      if (each != '\r') {
        bytes[length++] = (byte) each;
      }
    }
    return new String(bytes, 0, length, ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
