package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How a connection is secured. Its text tells no secret.
 *
 * @param wanted whether a connection without TLS is refused
 * @param ca a file of certificates in PEM that alone are trusted
 * @param trustStore a key store of certificates that alone are trusted
 * @param clientKey a key store with our own certificate and its key
 * @param anyHost whether the certificate may be for another host
 */
public record Tls(
    boolean wanted,
    Optional<Path> ca,
    Optional<Store> trustStore,
    Optional<Store> clientKey,
    boolean anyHost) {
  /** What the JVM does by itself. */
  public static final Tls DEFAULT =
      new Tls(false, Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** A key store; PKCS#12 and JKS are told apart by what is in them. */
  public record Store(Path file, String password) {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** Whether anything was said about it. */
  boolean isDefault() {
    return equals(DEFAULT);
  }

  /**
   * What sockets are made with.
   *
   * @throws TargetException where a file cannot be used
   */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw bad("TLS cannot be set up (" + TargetException.root(e) + ")", e);
    }
  }

  private KeyManager[] keys() throws GeneralSecurityException {
    if (clientKey.isEmpty()) {
      return new KeyManager[0];
    }
    Store store = clientKey.get();
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(open(store, "--client-key-password"), store.password().toCharArray());
    return factory.getKeyManagers();
  }

  private TrustManager[] trust() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = null; // what the JDK trusts
    if (ca.isPresent()) {
      trusted = certificates(ca.get());
    } else if (trustStore.isPresent()) {
      trusted = open(trustStore.get(), "--trust-store-password");
    }
    factory.init(trusted);
    TrustManager[] managers = factory.getTrustManagers();
    return anyHost
        ? Arrays.stream(managers).map(Tls::ofAnyHost).toArray(TrustManager[]::new)
        : managers;
  }

  private static TrustManager ofAnyHost(TrustManager manager) {
    return manager instanceof X509ExtendedTrustManager strict ? new AnyHost(strict) : manager;
  }

  private static KeyStore certificates(Path file) throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int n = 0;
      for (Certificate each : all) {
        store.setCertificateEntry("ca" + n++, each);
      }
      if (n > 0) {
        return store;
      }
    } catch (IOException e) {
      throw bad("`%s` cannot be read (%s)".formatted(file, reason(e)), e);
    } catch (CertificateException e) {
      // Said below: what is not a certificate is none.
    }
    throw new TargetException(
        Kind.BAD_ADDRESS,
        "`" + file + "` holds no certificate: give a file of certificates in PEM");
  }

  private static KeyStore open(Store store, String option) throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(store.file().toFile(), store.password().toCharArray());
    } catch (IOException e) {
      boolean locked = TargetException.root(e).contains("password") || e.getCause() != null;
      throw bad(
          locked
              ? "`%s` cannot be opened with that password: give the right one by `%s env:NAME` or `file:PATH`"
                  .formatted(store.file(), option)
              : "`%s` cannot be read (%s): give a key store, PKCS#12 or JKS"
                  .formatted(store.file(), reason(e)),
          e);
    }
  }

  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName();
  }

  private static TargetException bad(String sentence, Exception cause) {
    return new TargetException(Kind.BAD_ADDRESS, sentence, cause);
  }

  /** Checks the chain, and not whose certificate it is. */
  private static final class AnyHost extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager strict;

    AnyHost(X509ExtendedTrustManager strict) {
      this.strict = strict;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      strict.checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      strict.checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      strict.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      strict.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      strict.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      strict.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return strict.getAcceptedIssuers();
    }
  }
}
