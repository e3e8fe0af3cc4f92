package io.pickglass.model;

/**
 * A task with which something is the matter, or was.
 *
 * @param id which one: {@code v123}
 * @param name what it, its thread or its place is called; empty if that is not known
 * @param value what was compared with the threshold
 * @param sentence what is the matter with it
 */
public record WarnedTask(String id, String name, long value, String sentence) {}
