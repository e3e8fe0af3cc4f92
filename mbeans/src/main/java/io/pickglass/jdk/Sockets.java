package io.pickglass.jdk;

import java.io.FileDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sockets for which virtual threads wait, as the JDK's pollers know them. Known where {@code
 * sun.nio.ch} is open to us.
 *
 * <p>Threads: any; nothing blocks.
 */
public final class Sockets {
  private static final @Nullable Handles HANDLES = Handles.openOrNull();

  /**
   * A wait for a socket.
   *
   * @param descriptor its file descriptor
   * @param write whether for it to take something, or to give
   */
  public record Wait(int descriptor, boolean write) {}

  private Sockets() {}

  /** Whether they can be known. */
  public static boolean isOpen() {
    return HANDLES != null;
  }

  /**
   * All virtual threads that wait for sockets. Not to be asked before the JVM has pollers: that
   * would start them.
   */
  public static Map<Thread, Wait> waits() {
    Map<Thread, Wait> waits = new IdentityHashMap<>();
    if (HANDLES != null) {
      HANDLES.collect(HANDLES.readers, false, waits);
      HANDLES.collect(HANDLES.writers, true, waits);
    }
    return waits;
  }

  /** {@code 127.0.0.1:8080}, or {@code …:8080 → …:51234} if connected; null if it is closed. */
  public static @Nullable String addresses(int descriptor) {
    return HANDLES == null ? null : HANDLES.addresses(descriptor);
  }

  private record Handles(
      MethodHandle readers,
      MethodHandle writers,
      VarHandle map,
      MethodHandle descriptor,
      MethodHandle local,
      MethodHandle remote) {
    static @Nullable Handles openOrNull() {
      try {
        return open();
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        return null;
      }
    }

    private static Handles open() throws ReflectiveOperationException {
      Lookup own = MethodHandles.lookup();
      // Not initialized by this: that starts the pollers.
      Class<?> poller = Class.forName("sun.nio.ch.Poller", false, null);
      Class<?> net = Class.forName("sun.nio.ch.Net", false, null);
      Class<?> util = Class.forName("sun.nio.ch.IOUtil", false, null);
      Lookup pollers = MethodHandles.privateLookupIn(poller, own);
      Lookup nets = MethodHandles.privateLookupIn(net, own);
      MethodType list = MethodType.methodType(List.class);
      MethodType address = MethodType.methodType(InetSocketAddress.class, FileDescriptor.class);
      return new Handles(
          pollers.findStatic(poller, "readPollers", list),
          pollers.findStatic(poller, "writePollers", list),
          pollers.findVarHandle(poller, "map", Map.class),
          MethodHandles.privateLookupIn(util, own)
              .findStatic(util, "newFD", MethodType.methodType(FileDescriptor.class, int.class)),
          nets.findStatic(net, "localAddress", address),
          nets.findStatic(net, "remoteAddress", address));
    }

    private void collect(MethodHandle pollers, boolean write, Map<Thread, Wait> waits) {
      try {
        for (Object poller : (List<?>) pollers.invoke()) {
          ((Map<?, ?>) map.get(poller))
              .forEach((fd, thread) -> waits.put((Thread) thread, new Wait((int) fd, write)));
        }
      } catch (Throwable e) {
        // Then those are threads that are parked, nobody knows on what.
      }
    }

    private @Nullable String addresses(int fd) {
      try {
        FileDescriptor open = (FileDescriptor) descriptor.invoke(fd);
        String here = text((InetSocketAddress) local.invoke(open));
        try {
          InetSocketAddress there = (InetSocketAddress) remote.invoke(open);
          return there.getPort() == 0 ? here : here + " → " + text(there);
        } catch (Throwable e) {
          return here;
        }
      } catch (Throwable e) {
        return null;
      }
    }

    // As numbers: a name would be asked for.
    private static String text(InetSocketAddress address) {
      InetAddress host = address.getAddress();
      return (host == null ? "" : host.getHostAddress()) + ":" + address.getPort();
    }
  }
}
