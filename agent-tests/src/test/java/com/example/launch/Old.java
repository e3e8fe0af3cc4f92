package com.example.launch;

/** A program that any JDK compiles. */
public final class Old {
  private Old() {}

  public static void main(String[] args) {
    System.out.println("it runs");
  }
}
