package io.pickglass.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.util.LinkedList;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's HttpServer gives its executor for each request: an object of its own, made before
 * it is known which handler the request is for. If the server has but one, it is for that. Known
 * where {@code sun.net.httpserver} is open to us.
 *
 * <p>Threads: any; nothing blocks.
 */
final class HttpExchanges {
  // Read JDK 25's sun/net/httpserver/ServerImpl.java beside this.
  static final String EXCHANGE = "sun.net.httpserver.ServerImpl$Exchange";

  private final VarHandle server;
  private final VarHandle contexts;
  private final VarHandle list;
  private final VarHandle handler;

  private HttpExchanges(Class<?> exchange) throws ReflectiveOperationException {
    Class<?> serverType = exchange.getDeclaringClass();
    ClassLoader loader = exchange.getClassLoader();
    Class<?> contextList = Class.forName("sun.net.httpserver.ContextList", false, loader);
    Class<?> context = Class.forName("sun.net.httpserver.HttpContextImpl", false, loader);
    Class<?> handlerType = Class.forName("com.sun.net.httpserver.HttpHandler", false, loader);
    this.server = field(exchange, "this$0", serverType);
    this.contexts = field(serverType, "contexts", contextList);
    this.list = field(contextList, "list", LinkedList.class);
    this.handler = field(context, "handler", handlerType);
  }

  private static VarHandle field(Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
        .findVarHandle(owner, name, type);
  }

  /** Reads objects of that class; null if they do not let us. */
  static @Nullable HttpExchanges openOrNull(Class<?> exchange) {
    try {
      return new HttpExchanges(exchange);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return null;
    }
  }

  /** The only handler that it can be for; null if there are several. */
  @Nullable Object handlerOrNull(Object exchange) {
    LinkedList<?> all = (LinkedList<?>) list.get(contexts.get(server.get(exchange)));
    return all.size() == 1 ? handler.get(all.getFirst()) : null;
  }
}
