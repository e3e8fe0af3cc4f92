package io.pickglass.agent;

import java.lang.classfile.MethodModel;
import java.util.List;

/**
 * What the agent does to one method of the JDK: it puts calls of {@link Hook} into it.
 *
 * @param owner the class, by name
 * @param method the method's name
 * @param type and its type
 * @param calls where the calls go
 */
record Change(String owner, String method, String type, Calls calls) {
  // Read JDK 25's java/lang/ThreadBuilders.java and java/util/concurrent/ThreadPoolExecutor.java
  // beside this.

  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String WORKER = POOL + "$Worker";
  private static final String OF_RUNNABLE = "(Ljava/lang/Runnable;)V";

  /** Through this one method every virtual thread is made. */
  static final List<Change> THREADS =
      List.of(
          new Change(
              "java.lang.ThreadBuilders",
              "newVirtualThread",
              "(Ljava/util/concurrent/Executor;Ljava/lang/String;ILjava/lang/Runnable;)"
                  + "Ljava/lang/Thread;",
              Calls.ASK_AND_SHOW));

  /**
   * What is given to a thread pool passes these, and stays what it is. Workers that live run on in
   * the method as it was when they began, so what that calls is changed, too.
   */
  static final List<Change> POOLS =
      List.of(
          new Change(POOL, "execute", OF_RUNNABLE, Calls.HANDED),
          new Change(POOL, "reject", OF_RUNNABLE, Calls.REFUSED),
          new Change(POOL, "runWorker", "(L" + WORKER.replace('.', '/') + ";)V", Calls.WORKER),
          new Change(POOL, "getTask", "()Ljava/lang/Runnable;", Calls.TAKEN),
          new Change(
              POOL, "beforeExecute", "(Ljava/lang/Thread;Ljava/lang/Runnable;)V", Calls.BEFORE),
          new Change(
              POOL, "afterExecute", "(Ljava/lang/Runnable;Ljava/lang/Throwable;)V", Calls.AFTER),
          new Change(WORKER, "unlock", "()V", Calls.UNLOCKED),
          new Change("java.util.concurrent.ForkJoinPool", "execute", OF_RUNNABLE, Calls.FORKED));

  boolean isOf(MethodModel model) {
    return model.methodName().equalsString(method) && model.methodType().equalsString(type);
  }
}
