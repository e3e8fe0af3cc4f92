package com.example.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Where a program is asked what is seen of it: it answers each line with one. */
final class Desk {
  private Desk() {}

  /** What a program does besides. */
  interface Work {
    String run(int times) throws Exception;

    /** Lets so many wait for what is all given away; none: gives it back. */
    default String crowd(int many) throws Exception {
      return "nothing";
    }
  }

  /** Says what is open, and answers until the input ends. */
  static void serve(Object open) throws Exception {
    serve(open, times -> "nothing");
  }

  static void serve(Object open, Work work) throws Exception {
    System.out.println(open);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      System.out.println(answer(words[0], words.length > 1 ? words[1] : "", work));
    }
  }

  private static String answer(String command, String argument, Work work) throws Exception {
    return switch (command) {
      case "tick" -> {
        Beans.awaitTick();
        yield "done";
      }
      case "counts" -> Beans.counts().toString();
      case "library" -> Beans.ofLibrary(argument);
      case "run" -> work.run(Integer.parseInt(argument));
      case "crowd" -> work.crowd(Integer.parseInt(argument));
      case "waits" -> Beans.waits(argument);
      default -> throw new IOException(command);
    };
  }
}
