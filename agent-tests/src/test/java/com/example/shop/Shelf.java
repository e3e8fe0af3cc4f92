package com.example.shop;

import java.util.concurrent.locks.LockSupport;

/** What all the programs sell: the code that an engineer would want to find. */
final class Shelf {
  private Shelf() {}

  /** The answer to a request for that path, after some waiting. */
  static String take(String path) {
    LockSupport.parkNanos(200_000);
    return "taken " + path;
  }
}
