package io.pickglass.resource;

import static io.pickglass.model.ResourceKind.*;

import io.pickglass.model.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be called that makes a thread wait, and for what it then waits. What is not in this list
 * appears under the class of its blocker.
 *
 * @param className with its package, as a stack has it
 * @param methods which of its methods; none for all
 * @param kind for what they wait
 */
record Api(String className, Set<String> methods, ResourceKind kind) {
  private static final String JUC = "java.util.concurrent.";
  private static final String LOCKS = JUC + "locks.";

  private static final Map<String, List<Api>> ALL = new HashMap<>();

  static {
    all(MONITOR, "java.lang.Object", "wait", "wait0");
    all(TIMER, "java.lang.Thread", "sleep");
    all(JOIN, "java.lang.Thread", "join");
    all(PROCESS, "java.lang.ProcessImpl", "waitFor");
    all(PROCESS, "java.lang.Process", "waitFor");
    all(LOCK, LOCKS + "ReentrantLock");
    all(LOCK, LOCKS + "ReentrantReadWriteLock");
    all(LOCK, LOCKS + "ReentrantReadWriteLock$ReadLock");
    all(LOCK, LOCKS + "ReentrantReadWriteLock$WriteLock");
    all(LOCK, LOCKS + "StampedLock");
    all(CONDITION, LOCKS + "AbstractQueuedSynchronizer$ConditionObject");
    all(CONDITION, LOCKS + "AbstractQueuedLongSynchronizer$ConditionObject");
    all(SEMAPHORE, JUC + "Semaphore");
    all(LATCH, JUC + "CountDownLatch");
    all(BARRIER, JUC + "CyclicBarrier");
    all(PHASER, JUC + "Phaser");
    all(EXCHANGER, JUC + "Exchanger");
    all(QUEUE, JUC + "ArrayBlockingQueue");
    all(QUEUE, JUC + "LinkedBlockingQueue");
    all(QUEUE, JUC + "LinkedBlockingDeque");
    all(QUEUE, JUC + "PriorityBlockingQueue");
    all(QUEUE, JUC + "DelayQueue");
    all(QUEUE, JUC + "SynchronousQueue");
    all(QUEUE, JUC + "LinkedTransferQueue");
    all(QUEUE, JUC + "ScheduledThreadPoolExecutor$DelayedWorkQueue");
    all(FUTURE, JUC + "CompletableFuture", "get", "join");
    all(FUTURE, JUC + "FutureTask", "get");
    all(FUTURE, JUC + "ForkJoinTask", "get", "join", "invoke", "quietlyJoin", "quietlyInvoke");
    all(FUTURE, JUC + "AbstractExecutorService", "invokeAll", "invokeAny");
    all(FUTURE, JUC + "ThreadPerTaskExecutor", "invokeAll", "invokeAny");
    all(SCOPE, JUC + "StructuredTaskScopeImpl", "join");
    all(POOL, JUC + "ExecutorService", "close", "awaitTermination");
    all(POOL, JUC + "ThreadPoolExecutor", "awaitTermination");
    all(POOL, JUC + "ForkJoinPool", "close", "awaitTermination", "awaitQuiescence");
    all(POOL, JUC + "ThreadPerTaskExecutor", "close", "awaitTermination");
    all(POOL, JUC + "Executors$DelegatedExecutorService", "close", "awaitTermination");
    all(IO, "java.net.Socket", "connect");
    all(IO, "java.net.ServerSocket", "accept");
    all(IO, "java.net.DatagramSocket", "receive");
    all(IO, "java.net.InetAddress");
    all(IO, "java.net.Socket$SocketInputStream");
    all(IO, "java.net.Socket$SocketOutputStream");
    all(IO, "sun.nio.ch.NioSocketImpl");
    all(IO, "sun.nio.ch.SocketAdaptor");
    all(IO, "sun.nio.ch.SocketChannelImpl");
    all(IO, "sun.nio.ch.ServerSocketChannelImpl");
    all(IO, "sun.nio.ch.DatagramChannelImpl");
    all(IO, "sun.nio.ch.SelectorImpl");
    all(IO, "sun.nio.ch.SourceChannelImpl");
    all(IO, "sun.nio.ch.SinkChannelImpl");
    all(IO, "sun.security.ssl.SSLSocketImpl$AppInputStream");
    all(IO, "sun.security.ssl.SSLSocketImpl$AppOutputStream");
    all(IO, "sun.security.ssl.SSLSocketImpl", "startHandshake");
    all(IO, "sun.net.www.protocol.http.HttpURLConnection");
    all(IO, "jdk.internal.net.http.HttpClientImpl", "send");
    all(IO, "jdk.internal.net.http.HttpClientFacade", "send");
    all(FILE, "java.io.FileInputStream");
    all(FILE, "java.io.FileOutputStream");
    all(FILE, "java.io.RandomAccessFile");
    all(FILE, "sun.nio.ch.FileChannelImpl");
    all(FILE, "sun.nio.fs.UnixNativeDispatcher");
    all(CONNECTION, "com.zaxxer.hikari.HikariDataSource", "getConnection");
    all(CONNECTION, "com.zaxxer.hikari.pool.HikariPool", "getConnection");
  }

  private static void all(ResourceKind kind, String className, String... methods) {
    ALL.merge(
        className,
        List.of(new Api(className, Set.of(methods), kind)),
        (one, other) -> List.of(one.getFirst(), other.getFirst()));
  }

  /** What that frame has called; null if it is not in the list. */
  static @Nullable Api of(StackTraceElement frame) {
    for (Api each : ALL.getOrDefault(frame.getClassName(), List.of())) {
      if (each.methods.isEmpty() || each.methods.contains(frame.getMethodName())) {
        return each;
      }
    }
    return null;
  }

  /** The kind of what that class is; {@code OTHER} if it is not in the list. */
  static ResourceKind kindOf(String className) {
    List<Api> known = ALL.get(className);
    return known == null ? OTHER : known.getFirst().kind;
  }

  /** Whether a frame of that class is not the program's own. */
  static boolean isForeign(StackTraceElement frame) {
    String module = frame.getModuleName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."))
        || frame.getClassName().startsWith("com.zaxxer.hikari.");
  }
}
