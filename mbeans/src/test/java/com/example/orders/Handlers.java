package com.example.orders;

import java.util.List;
import java.util.function.Supplier;

/** A program whose threads serve several kinds of requests, in methods of all shapes. */
public final class Handlers {
  private Handlers() {}

  public static void main(String[] args) throws Exception {
    Thread.startVirtualThread(Handlers::serve).join();
    System.out.println("outside=" + number(1));
    Beans.awaitTick();
    Beans.counts().forEach((name, counts) -> System.out.println(name + "=" + counts));
    System.out.println("library.InternalErrorCount=" + Beans.ofLibrary("InternalErrorCount"));
    System.out.println("library.AgentOptions=" + Beans.ofLibrary("AgentOptions"));
  }

  private static void serve() {
    nothing();
    System.out.println("number=" + number(3));
    System.out.println("floating=" + new Handlers().floating(1, 2L, 0.5));
    System.out.println("text=" + text("a", "b"));
    System.out.println("choice=" + choice(true) + choice(false));
    System.out.println("caught=" + caught("x") + caught("7"));
    try {
      fails();
    } catch (IllegalStateException e) {
      System.out.println("thrown=" + e.getMessage());
    }
    System.out.println("locked=" + locked(List.of(1, 2, 3)));
    System.out.println("lambda=" + lambda().get());
    System.out.println("recursive=" + recursive(3));
  }

  static void nothing() {
    Thread.yield();
  }

  static int number(int n) {
    Thread.yield();
    return n + 1;
  }

  double floating(int a, long b, double c) {
    long sum = a + b;
    Thread.yield();
    return sum + c;
  }

  static String text(String a, String b) {
    String both = a + b;
    return both.isEmpty() ? null : both;
  }

  static Number choice(boolean whole) {
    Number chosen = whole ? Integer.valueOf(1) : Double.valueOf(2);
    return chosen;
  }

  static int caught(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    } finally {
      Thread.yield();
    }
  }

  static void fails() {
    throw new IllegalStateException("on purpose");
  }

  static synchronized int locked(List<Integer> numbers) {
    int sum = 0;
    for (int number : numbers) {
      synchronized (numbers) {
        sum += number;
      }
    }
    return sum;
  }

  static Supplier<String> lambda() {
    return () -> "inside";
  }

  static int recursive(int depth) {
    return depth == 0 ? 0 : 1 + recursive(depth - 1);
  }
}
