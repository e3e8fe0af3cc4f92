package io.pickglass.repl;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.mxbean.ObjectNames;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/**
 * A program to look at: monitors {@code orders} and {@code users.insert} with a task every 5 ms.
 * Ends with its standard input. With the argument {@code pools} it has the pools {@code mail}, one
 * of whose two threads is held by a task of the monitor {@code mail}, and {@code images}, which the
 * first byte of its input shuts down; with {@code waiting} it has the {@link WaitingTasks}; with
 * {@code older} it is as before there were runtimes and single tasks; with {@code without}
 * Pickglass is not in it.
 */
public final class WatchedProgram {
  // Pools are not kept alive by who watches them.
  private static final ForkJoinPool IMAGES = new ForkJoinPool(3);

  private WatchedProgram() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("without")) {
      System.out.println("ready");
      awaitEnd();
      return;
    }
    Pickglass.start();
    TaskMonitor orders = Pickglass.monitor("orders");
    TaskMonitor users = Pickglass.monitor("users.insert");
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (true) {
            orders.start(() -> pause(1));
            users.start(() -> {});
            pause(5);
          }
        });
    if (args.length > 0 && args[0].equals("pools")) {
      addPools();
    } else if (args.length > 0 && args[0].equals("waiting")) {
      WaitingTasks.start();
    } else if (args.length > 0 && args[0].equals("older")) {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(ObjectNames.RUNTIMES);
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(ObjectNames.TASKS);
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(ObjectNames.RESOURCES);
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(ObjectNames.WARNINGS);
    }
    System.out.println("ready");
    awaitEnd();
  }

  private static void addPools() throws InterruptedException {
    ExecutorService mail = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
    Pickglass.watch(mail, "mail");
    CountDownLatch held = new CountDownLatch(2);
    Pickglass.monitor("mail")
        .executor(mail)
        .execute(() -> {
          held.countDown();
          pause(Long.MAX_VALUE);
        });
    mail.execute(held::countDown); // so that both threads are there
    held.await();
    Pickglass.watch(IMAGES, "images");
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      IMAGES.shutdown();
    }
    System.exit(0);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
