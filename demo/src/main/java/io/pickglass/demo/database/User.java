package io.pickglass.demo.database;

/** A stored user. */
public record User(long id, String name) {}
