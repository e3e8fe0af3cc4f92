package io.pickglass.jdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thread that waits tells when it is looked at.
 *
 * @param kind how it waits
 * @param stack the innermost frame first
 * @param monitor the object whose monitor it wants, or on which it waits to be notified; null if
 *     neither, or not known
 * @param owned the objects whose monitors it owns, as far as they are known
 * @param heldNanos for how long it could not have gone on, for being looked at
 */
public record WaitLook(
    WaitKind kind,
    StackTraceElement[] stack,
    @Nullable Object monitor,
    List<Object> owned,
    long heldNanos) {}
