package io.pickglass.repl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A {@link WatchedProgram} whose JMX and Jolokia want TLS and a password: user {@code ops} may do
 * all, {@code viewer} only read. Jolokia has no policy.
 */
public final class Secured implements AutoCloseable {
  public static final String PASSWORD = "pass-word-of-ops";
  public static final String VIEWERS_PASSWORD = "pass-word-of-viewer";

  private final Watched watched;

  private Secured(Watched watched) {
    this.watched = watched;
  }

  /**
   * Starts it.
   *
   * @param clientKeys whether clients must show a certificate: to JMX too, to Jolokia instead
   */
  public static Secured start(Keys keys, boolean clientKeys) {
    Path directory = keys.directory();
    Path passwords = directory.resolve("jmx.password");
    Path access = directory.resolve("jmx.access");
    Path ssl = directory.resolve("ssl.properties");
    Path jolokia = directory.resolve("jolokia.properties");
    try {
      Files.writeString(passwords, "ops " + PASSWORD + "\nviewer " + VIEWERS_PASSWORD + "\n");
      Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(access, "ops readwrite\nviewer readonly\n");
      Files.writeString(
          ssl,
          """
          javax.net.ssl.keyStore=%s
          javax.net.ssl.keyStorePassword=%s
          javax.net.ssl.trustStore=%s
          javax.net.ssl.trustStorePassword=%s
          """
              .formatted(
                  keys.file("server.p12"), Keys.PASSWORD, keys.file("trust.p12"), Keys.PASSWORD));
      Files.setPosixFilePermissions(ssl, PosixFilePermissions.fromString("rw-------"));
      // Jolokia takes the one or the other.
      String wanted = clientKeys ? "" : "authMode=basic\nuser=ops\npassword=" + PASSWORD + "\n";
      Files.writeString(
          jolokia,
          """
          host=127.0.0.1
          protocol=https
          keystore=%s
          keystorePassword=%s
          useSslClientAuthentication=%s
          %s\
          """
              .formatted(keys.file("server.p12"), Keys.PASSWORD, clientKeys, wanted));
      return new Secured(
          Watched.start(
              "config=" + jolokia,
              List.of(
                  "-Dcom.sun.management.jmxremote.ssl=true",
                  "-Dcom.sun.management.jmxremote.registry.ssl=" + clientKeys,
                  "-Dcom.sun.management.jmxremote.ssl.need.client.auth=" + clientKeys,
                  "-Dcom.sun.management.jmxremote.ssl.config.file=" + ssl,
                  "-Dcom.sun.management.jmxremote.password.file=" + passwords,
                  "-Dcom.sun.management.jmxremote.access.file=" + access)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String hostAndPort() {
    return watched.hostAndPort();
  }

  public String serviceUrl() {
    return watched.serviceUrl();
  }

  public String jolokiaUrl() {
    return watched.jolokiaUrl().replace("http:", "https:");
  }

  public long pid() {
    return watched.pid();
  }

  @Override
  public void close() {
    watched.close();
  }
}
