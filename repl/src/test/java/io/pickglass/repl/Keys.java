package io.pickglass.repl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Certificates in a directory: {@code server.p12} with {@code server.pem}, the same of a client,
 * and {@code trust.p12}, which trusts both. Their password is {@link #PASSWORD}.
 */
public record Keys(Path directory) {
  public static final String PASSWORD = "not-a-secret";

  /** Makes them; the server's is for this address. */
  public static Keys make(Path directory) {
    return make(directory, "ip:127.0.0.1,dns:localhost");
  }

  /** The same, with the server's for another one. */
  public static Keys make(Path directory, String host) {
    Keys keys = new Keys(directory);
    keys.pair("server", "-ext", "san=" + host);
    keys.pair("client");
    // Jolokia trusts whom its own key store has.
    keys.keytool(
        "server.p12", "client", "-importcert", "-noprompt", "-file", directory + "/client.pem");
    return keys;
  }

  public Path file(String name) {
    return directory.resolve(name);
  }

  private void pair(String name, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-validity", "2"));
    options.addAll(Arrays.asList(more));
    keytool(name + ".p12", name, options.toArray(String[]::new));
    keytool(name + ".p12", name, "-exportcert", "-rfc", "-file", file(name + ".pem").toString());
    keytool("trust.p12", name, "-importcert", "-noprompt", "-file", file(name + ".pem").toString());
  }

  private void keytool(String store, String alias, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                file(store).toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias));
    command.addAll(Arrays.asList(options));
    Child.Result result = Child.run("", command);
    if (result.code() != 0) {
      throw new IllegalStateException(result.toString());
    }
  }
}
