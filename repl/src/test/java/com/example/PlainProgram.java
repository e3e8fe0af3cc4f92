package com.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * A program that knows nothing of Pickglass. It prints its process id, its arguments and the
 * options of its JVM; then it starts as many virtual threads as each line of its input says and
 * prints how many it has started; then it ends with its first argument. Told to end, it says so.
 * Told to {@code park} it starts one that waits until it is told to {@code release} all of those.
 *
 * <p>With {@code -Dlibrary=true} it does know: it has used the library before anything else.
 */
public final class PlainProgram {
  private PlainProgram() {}

  public static void main(String[] args) throws Exception {
    if (Boolean.getBoolean("library")) {
      io.pickglass.Pickglass.start();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the end")));
    System.out.println(ProcessHandle.current().pid());
    System.out.println(Arrays.toString(args));
    System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
    answer();
    System.exit(Integer.parseInt(args[0]));
  }

  private static void answer() throws IOException, InterruptedException {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    int all = 0;
    Parked parked = new Parked(new CountDownLatch(1));
    String line;
    while ((line = input.readLine()) != null) {
      if (line.equals("release")) {
        parked.released.countDown();
      } else if (line.equals("park")) {
        Thread.ofVirtual().name("parked-" + all++).start(parked);
      } else {
        for (int i = 0; i < Integer.parseInt(line); i++, all++) {
          Thread.ofVirtual().start(new Job()).join();
        }
      }
      System.out.println(all);
    }
  }

  private record Parked(CountDownLatch released) implements Runnable {
    @Override
    public void run() {
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Job() implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }
}
