package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.Socket;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.RMIClientSocketFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnection;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Opens a JMX connection with a user's name and over TLS.
 *
 * <p>What a JMX server sends says by which sockets to reach it, and the JDK's own secured ones know
 * only one trust store for the whole process. So they are taken out of it and ours put there, each
 * connection with its own; a server that sends none does not do TLS, and gets no password.
 */
final class JmxDoor {
  private static final Pattern REGISTRY =
      Pattern.compile("/jndi/rmi://(\\[[^]]*]|[^:/]+)(?::(\\d+))?/(.+)");
  private static final int USUAL_PORT = 1099;

  private JmxDoor() {}

  // The address is what the user typed, and looking it up is what was asked for.
  @SuppressWarnings("BanJNDI")
  static JMXConnector open(JMXServiceURL url, String name, Access access) throws IOException {
    Map<String, Object> environment = new HashMap<>();
    // The client's own checks would log to the screen when a target ends; our questions find out.
    environment.put("jmx.remote.x.client.connection.check.period", 0L);
    if (access.hasUser()) {
      environment.put(JMXConnector.CREDENTIALS, new String[] {access.user(), access.password()});
    }
    if (access.tls().isDefault()) {
      return JMXConnectorFactory.connect(url, environment);
    }
    Sockets sockets = new Sockets(access.tls().context(), access.tls().anyHost());
    RMIConnector connector =
        new RMIConnector(new Server(lookUp(url, name, sockets), name, sockets), null);
    connector.connect(environment);
    return connector;
  }

  private static RMIServer lookUp(JMXServiceURL url, String name, Sockets sockets)
      throws IOException {
    Matcher place = REGISTRY.matcher(url.getURLPath());
    if (!place.matches()) {
      throw new TargetException(
          Kind.BAD_ADDRESS,
          name
              + " cannot be reached over TLS with settings of its own: give host:port, or"
              + " service:jmx:rmi:///jndi/rmi://host:port/jmxrmi");
    }
    String host = place.group(1);
    int port = place.group(2) == null ? USUAL_PORT : Integer.parseInt(place.group(2));
    try {
      Remote found;
      try {
        found = LocateRegistry.getRegistry(host, port, sockets).lookup(place.group(3));
      } catch (RemoteException e) {
        found = inPlain(host, port, place.group(3), e);
      }
      return through(sockets, name, (RMIServer) found);
    } catch (NotBoundException e) {
      throw new IOException(e);
    }
  }

  /** Mostly the registry is plain, which tells no secret, and the server is secured. */
  private static Remote inPlain(String host, int port, String path, RemoteException failure)
      throws RemoteException, NotBoundException {
    if (TlsTrouble.isAboutCertificates(failure)) {
      throw failure;
    }
    try {
      return LocateRegistry.getRegistry(host, port).lookup(path);
    } catch (RemoteException e) {
      throw failure;
    }
  }

  /** The same stub, with our sockets in the place of its own. */
  // Nothing is read but what was written two lines before.
  @SuppressWarnings("BanSerializableRead")
  private static <T extends Remote> T through(Sockets sockets, String name, T stub)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Marking marking = new Marking(bytes);
    marking.writeObject(stub);
    marking.flush();
    if (!marking.marked) {
      throw new TargetException(
          Kind.REFUSED,
          name
              + " does not do TLS (it runs without -Dcom.sun.management.jmxremote.ssl=true), so"
              + " nothing was sent to it: leave the options of TLS out if that is meant");
    }
    try (ObjectInputStream in =
        new Replacing(new ByteArrayInputStream(bytes.toByteArray()), sockets)) {
      @SuppressWarnings("unchecked")
      T same = (T) in.readObject();
      return same;
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  /** The server, whose connections go through our sockets, too. */
  private record Server(RMIServer stub, String name, Sockets sockets) implements RMIServer {
    @Override
    public String getVersion() throws RemoteException {
      return stub.getVersion();
    }

    @Override
    public RMIConnection newClient(Object credentials) throws IOException {
      return through(sockets, name, stub.newClient(credentials));
    }
  }

  /** Where a factory of sockets stood. */
  private static final class Place implements RMIClientSocketFactory, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public Socket createSocket(String host, int port) {
      throw new IllegalStateException("a place is no socket");
    }
  }

  private static final class Marking extends ObjectOutputStream {
    private boolean marked;

    Marking(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (object instanceof RMIClientSocketFactory) {
        marked = true;
        return new Place();
      }
      return object;
    }
  }

  private static final class Replacing extends ObjectInputStream {
    private final Sockets sockets;

    Replacing(InputStream in, Sockets sockets) throws IOException {
      super(in);
      this.sockets = sockets;
      enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
      return object instanceof Place ? sockets : object;
    }
  }

  private static final class Sockets implements RMIClientSocketFactory {
    private final SSLContext context;
    private final boolean anyHost;

    Sockets(SSLContext context, boolean anyHost) {
      this.context = context;
      this.anyHost = anyHost;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
      if (!anyHost) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
      }
      return socket;
    }
  }
}
