package com.example.shop;

/** A virtual thread for each piece of work, and nothing else. */
public final class Threads {
  private Threads() {}

  static final class Taking implements Runnable {
    @Override
    public void run() {
      Shelf.take("");
    }
  }

  public static void main(String[] args) throws Exception {
    Desk.serve("open", Threads::run);
  }

  private static String run(int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Thread.startVirtualThread(new Taking()).join();
    }
    return "taken " + times;
  }
}
