package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.rmi.ConnectIOException;
import java.rmi.NotBoundException;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.RuntimeMBeanException;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** How JMX fails, in our words. */
final class JmxFailures {
  private JmxFailures() {}

  /** What to say when connecting failed. */
  static TargetException notConnected(String name, Access access, Exception failure) {
    Exception deepest = deepest(failure);
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SecurityException refused) {
        return notLetIn(name, access, refused);
      }
    }
    Optional<String> trouble = TlsTrouble.of(deepest).or(() -> TlsTrouble.of(failure));
    if (trouble.isPresent()) {
      return new TargetException(Kind.UNREACHABLE, name + trouble.get(), failure);
    }
    if (!access.tls().isDefault()
        && (deepest instanceof EOFException || deepest instanceof SocketException)
        && !(deepest instanceof ConnectException)) {
      return new TargetException(
          Kind.UNREACHABLE,
          "%s closes the secured connection (%s): it does not do TLS, or wants a certificate of ours: give it and its key with `--client-key FILE` (PKCS#12)"
              .formatted(name, TargetException.root(deepest)),
          failure);
    }
    String why =
        switch (deepest) {
          case ConnectException _ ->
              " does not accept connections (nothing listens there): is the port right, and does the process run with -Dcom.sun.management.jmxremote.port?";
          case UnknownHostException _ -> " names a host that is not known: is it spelled right?";
          case NotBoundException _ ->
              " is an RMI registry, but not one of JMX: give the port of -Dcom.sun.management.jmxremote.port";
          case ConnectIOException _ -> notRmi("");
          case EOFException e -> notRmi(TargetException.root(e));
          case SocketException e -> notRmi(TargetException.root(e));
          case Exception e -> " cannot be reached over JMX (" + TargetException.root(e) + ")";
        };
    return new TargetException(Kind.UNREACHABLE, name + why, failure);
  }

  /** What to say when a question failed. */
  static TargetException failed(String name, Exception failure) {
    if (failure instanceof InstanceNotFoundException missing) {
      return missing(name, missing);
    }
    if (failure instanceof SecurityException) {
      return notAllowed(name, failure);
    }
    if (failure instanceof RuntimeMBeanException thrown
        && thrown.getTargetException() instanceof IllegalArgumentException refused) {
      return new TargetException(Kind.BAD_QUESTION, String.valueOf(refused.getMessage()), thrown);
    }
    return failure instanceof IOException
        ? new TargetException(
            Kind.UNREACHABLE,
            name
                + " no longer answers ("
                + TargetException.root(failure)
                + "): it has probably ended",
            failure)
        : new TargetException(
            Kind.REFUSED,
            name + " answered with an error: " + TargetException.root(failure),
            failure);
  }

  private static TargetException missing(String name, InstanceNotFoundException failure) {
    String bean = String.valueOf(failure.getMessage());
    return SubjectBeans.missing(name, bean).orElseGet(() -> LocalJvms.hasNoPickglass(name));
  }

  /** What to say when the user may not do that. */
  static TargetException notAllowed(String name, Exception failure) {
    String why = String.valueOf(failure.getMessage());
    return new TargetException(
        Kind.REFUSED,
        why.contains("access level")
            ? name
                + " lets this user only read ("
                + why
                + "): connect as a user with readwrite access"
            : name + " does not allow the question (" + why + ")",
        failure);
  }

  private static TargetException notLetIn(String name, Access access, SecurityException failure) {
    return new TargetException(
        Kind.REFUSED,
        access.hasUser()
            ? "%s does not let `%s` in (%s): are name and password right?"
                .formatted(name, access.user(), failure.getMessage())
            : "%s wants a name and a password: `connect %s --user NAME` asks for the password"
                .formatted(name, name),
        failure);
  }

  private static String notRmi(String why) {
    String said = why.isEmpty() ? "" : " (" + why + ")";
    return " answers, but does not speak JMX"
        + said
        + ": give the port of -Dcom.sun.management.jmxremote.port (and `--tls` if its registry is"
        + " secured), or an http:// URL for Jolokia";
  }

  private static Exception deepest(Exception failure) {
    Exception deepest = failure;
    while (next(deepest) instanceof Exception cause) {
      deepest = cause;
    }
    return deepest;
  }

  private static @Nullable Throwable next(Exception failure) {
    Throwable cause = failure.getCause();
    return cause instanceof NamingException naming && naming.getRootCause() != null
        ? naming.getRootCause()
        : cause;
  }
}
