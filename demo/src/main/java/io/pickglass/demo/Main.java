package io.pickglass.demo;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/**
 * The demo from the command line. It ends on SIGTERM and SIGINT, on the end of standard input
 * ({@code --stop-on-eof}) and with its load ({@code --exit-after-load}).
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /** Runs the demo; {@code --help} lists the options. */
  public static void main(String[] args) {
    // An agent beside us (JMX, Jolokia) may own threads that would keep the process alive: exit.
    System.exit(run(args));
  }

  private static int run(String[] args) {
    Options options;
    try {
      options = Options.parse(args);
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      return WRONG_USAGE;
    }
    if (options.help()) {
      System.out.print(Options.HELP);
      return 0;
    }
    return run(options);
  }

  private static int run(Options options) {
    CountDownLatch stop = new CountDownLatch(1);
    Demo demo = new Demo(options, System.out, System.err);
    try {
      // Closes in the hook itself: the process ends when the hooks have returned.
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-shutdown"));
      if (options.stopOnEof()) {
        Thread.ofPlatform().daemon().name("demo-stdin").start(() -> awaitEof(System.in, stop));
      }
      demo.start();
      if (options.exitAfterLoad()) {
        var _ = demo.loadEnd().thenRun(stop::countDown);
      }
      stop.await();
      return 0;
    } catch (IOException | SQLException e) {
      System.err.println("The demo cannot start: " + firstLine(e));
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      demo.close();
    }
  }

  private static void awaitEof(InputStream in, CountDownLatch stop) {
    try {
      while (in.read() >= 0) {
        // what is typed means nothing here
      }
    } catch (IOException e) {
      // a broken pipe is an end, too
    }
    stop.countDown();
  }

  // H2 adds the statement and its version in further lines.
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
