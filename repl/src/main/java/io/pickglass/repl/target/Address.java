package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.remote.JMXServiceURL;

/** Where a target is, as it was typed. */
public sealed interface Address {
  /** The forms a target may have, for sentences about one that has none of them. */
  String FORMS =
      "a process id, a part of a main class's name, host:port (JMX), service:jmx:...,"
          + " http://host:port/jolokia, or the file of a recording";

  /** How the files of recordings are usually called. */
  String RECORDING = ".ndjson";

  /** A JVM on this machine. */
  record Process(long pid) implements Address {}

  /** A JVM on this machine whose main class has this in its name. */
  record Program(String part) implements Address {}

  /** A JMX connector. */
  record Jmx(JMXServiceURL url, String text) implements Address {}

  /** A Jolokia agent; the URI ends in a slash. */
  record Jolokia(URI uri) implements Address {}

  /** What {@code record} has written. */
  record Recorded(Path file) implements Address {}

  /**
   * Reads an address.
   *
   * @throws TargetException where the text is none
   */
  static Address parse(String text) {
    if (text.matches("\\d{1,18}")) {
      return new Process(Long.parseLong(text));
    }
    if (isFile(text)) {
      return new Recorded(Path.of(text));
    }
    if (text.startsWith("service:")) {
      return jmx(text, text);
    }
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return jolokia(text);
    }
    Matcher hostAndPort =
        Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:/\\s\\[\\]]+):(\\d+)").matcher(text);
    if (hostAndPort.matches()) {
      checkPort(text, hostAndPort.group(2));
      return jmx("service:jmx:rmi:///jndi/rmi://" + text + "/jmxrmi", text);
    }
    if (text.matches("[\\p{Alnum}_$.-]+") && !text.matches("[\\d.-]+")) {
      return new Program(text);
    }
    throw bad(text, "");
  }

  /** A file that is there, and is not only called as a program may be. */
  private static boolean isFile(String text) {
    try {
      return (text.contains("/") || text.endsWith(RECORDING))
          && !text.contains("://")
          && Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Address jmx(String url, String text) {
    try {
      return new Jmx(new JMXServiceURL(url), text);
    } catch (MalformedURLException e) {
      throw bad(text, " (" + e.getMessage() + ")");
    }
  }

  private static Address jolokia(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null) {
        throw bad(text, " (it names no host)");
      }
      String path =
          uri.getPath().isEmpty() || uri.getPath().equals("/") ? "/jolokia" : uri.getPath();
      String withSlash = path.endsWith("/") ? path : path + "/";
      return new Jolokia(
          new URI(
              uri.getScheme(),
              uri.getUserInfo(),
              uri.getHost(),
              uri.getPort(),
              withSlash,
              null,
              null));
    } catch (URISyntaxException e) {
      throw bad(text, " (" + e.getReason() + ")");
    }
  }

  private static void checkPort(String text, String port) {
    if (port.length() > 5 || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
      throw bad(text, " (a port is a number from 1 to 65535)");
    }
  }

  private static TargetException bad(String text, String why) {
    return new TargetException(
        Kind.BAD_ADDRESS, "`" + text + "` is no target" + why + ": give " + FORMS);
  }
}
