package io.pickglass.repl.command;

import io.pickglass.repl.config.Config;
import io.pickglass.repl.target.Access;
import io.pickglass.repl.target.Tls;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what a target lets us in: options, and the same of targets that have a name. */
public final class AccessOptions {
  private static final String SOURCE = "SOURCE";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "The user of the target, over JMX or HTTP.")
  private @Nullable String user;

  @Option(
      names = "--password",
      paramLabel = SOURCE,
      description = "Where the password is: env:NAME, file:PATH, or ask (the default with --user).")
  private @Nullable String password;

  @Option(names = "--tls", description = "Refuse a connection that is not secured.")
  private boolean tls;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trust the certificates in this file (PEM) and no others.")
  private @Nullable String ca;

  @Option(
      names = "--trust-store",
      paramLabel = "FILE",
      description = "The same with a key store, PKCS#12 or JKS.")
  private @Nullable String trustStore;

  @Option(
      names = "--trust-store-password",
      paramLabel = SOURCE,
      description = "Where its password is; none by default.")
  private @Nullable String trustStorePassword;

  @Option(
      names = "--client-key",
      paramLabel = "FILE",
      description = "Our own certificate and its key, in a key store.")
  private @Nullable String clientKey;

  @Option(
      names = "--client-key-password",
      paramLabel = SOURCE,
      description = "Where its password is; none by default.")
  private @Nullable String clientKeyPassword;

  @Option(
      names = "--any-host",
      description = "Take a certificate that is trusted, but for another host.")
  private boolean anyHost;

  /** What a file says of a target. */
  static AccessOptions of(Map<String, Config.Entry> settings) {
    AccessOptions options = new AccessOptions();
    options.user = text(settings, "user");
    options.password = text(settings, "password");
    options.tls = "true".equals(text(settings, "tls"));
    options.ca = text(settings, "ca");
    options.trustStore = text(settings, "trust_store");
    options.trustStorePassword = text(settings, "trust_store_password");
    options.clientKey = text(settings, "client_key");
    options.clientKeyPassword = text(settings, "client_key_password");
    options.anyHost = "true".equals(text(settings, "any_host"));
    return options;
  }

  private static @Nullable String text(Map<String, Config.Entry> settings, String key) {
    Config.Entry entry = settings.get(key);
    return entry == null ? null : entry.text();
  }

  /** These, and where they say nothing, the others. */
  AccessOptions over(AccessOptions others) {
    AccessOptions both = new AccessOptions();
    both.user = user != null ? user : others.user;
    both.password = password != null ? password : others.password;
    both.tls = tls || others.tls;
    both.ca = ca != null ? ca : others.ca;
    both.trustStore = trustStore != null ? trustStore : others.trustStore;
    both.trustStorePassword =
        trustStorePassword != null ? trustStorePassword : others.trustStorePassword;
    both.clientKey = clientKey != null ? clientKey : others.clientKey;
    both.clientKeyPassword =
        clientKeyPassword != null ? clientKeyPassword : others.clientKeyPassword;
    both.anyHost = anyHost || others.anyHost;
    return both;
  }

  /**
   * What they come to; passwords are read and asked for now.
   *
   * @param target for the question
   */
  Access read(String target, Secrets.Prompt prompt) {
    String name = user == null ? "" : user;
    String secret = "";
    if (!name.isEmpty()) {
      String source = password == null ? "ask" : password;
      secret = Secrets.read(source, "password of %s at %s".formatted(name, target), prompt);
    } else if (password != null) {
      throw CommandFailure.usage("`--password` needs `--user NAME`: give whose password it is");
    }
    Optional<Path> issuer = Optional.ofNullable(ca).map(Paths::of);
    Optional<Tls.Store> trusted = store(trustStore, trustStorePassword, prompt);
    Optional<Tls.Store> key = store(clientKey, clientKeyPassword, prompt);
    boolean wanted = tls || anyHost || issuer.isPresent() || trusted.isPresent() || key.isPresent();
    return new Access(name, secret, new Tls(wanted, issuer, trusted, key, anyHost));
  }

  private static Optional<Tls.Store> store(
      @Nullable String file, @Nullable String source, Secrets.Prompt prompt) {
    if (file == null) {
      return Optional.empty();
    }
    String password = source == null ? "" : Secrets.read(source, "password of " + file, prompt);
    return Optional.of(new Tls.Store(Paths.of(file), password));
  }
}
