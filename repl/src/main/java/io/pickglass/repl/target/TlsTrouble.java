package io.pickglass.repl.target;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a secured connection fails, in our words. */
final class TlsTrouble {
  private TlsTrouble() {}

  /** The rest of a sentence that begins with the target's name; empty if TLS is not the reason. */
  static Optional<String> of(Throwable failure) {
    String all = "";
    boolean tls = false;
    boolean certificate = false;
    boolean untrusted = false;
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      tls |= each instanceof SSLException;
      certificate |= each instanceof CertificateException;
      untrusted |= each instanceof CertPathBuilderException;
      all += each.getMessage() + "\n";
    }
    if (untrusted) {
      return Optional.of(
          " shows a certificate that is not trusted here: give its issuer with `--ca FILE` (PEM) or"
              + " `--trust-store FILE`");
    }
    if (certificate) {
      return Optional.of(
          " shows a certificate that does not fit ("
              + TargetException.root(failure)
              + "): give the host as its certificate has it, or `--any-host` if you know why it differs");
    }
    if (!tls) {
      return Optional.empty();
    }
    if (all.contains("certificate_required") || all.contains("bad_certificate")) {
      return Optional.of(
          " wants a certificate of ours: give it and its key with `--client-key FILE` (PKCS#12)");
    }
    return Optional.of(
        " does not do TLS as this console does (%s): does it do TLS at all?"
            .formatted(TargetException.root(failure)));
  }

  /** Whether the other side showed a certificate, so that it certainly does TLS. */
  static boolean isAboutCertificates(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (each instanceof CertificateException
          || message.contains("_certificate")
          || message.contains("certificate_")) {
        return true;
      }
    }
    return false;
  }
}
