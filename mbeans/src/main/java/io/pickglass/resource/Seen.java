package io.pickglass.resource;

import io.pickglass.jdk.WaitKind;
import io.pickglass.jdk.WaitLook;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a thread that waits. It may be kept for as long as the wait lasts: nothing of it
 * changes before. The objects are the application's, and kept by nobody for that.
 *
 * @param source where it waits
 * @param monitor the object whose monitor it wants or on which it waits
 * @param isInside whether it waits to be notified, and does not want the monitor
 * @param owned the objects whose monitors it owns
 */
record Seen(
    Source source,
    @Nullable WeakReference<Object> monitor,
    boolean isInside,
    List<WeakReference<Object>> owned) {

  static Seen of(WaitLook look) {
    Object monitor = monitor(look);
    // Of whoever waits to be notified the JVM tells that he owns that monitor, which he has left.
    List<WeakReference<Object>> owned =
        monitor == null && isInWait(look)
            ? List.of()
            : look.owned().stream()
                .filter(each -> each != monitor)
                .map(WeakReference::new)
                .toList();
    return new Seen(
        Sources.of(look.stack(), look.kind()),
        monitor == null ? null : new WeakReference<>(monitor),
        isInWait(look),
        owned);
  }

  // In frames that are not compiled JDK 25 does not find the object on which a virtual thread
  // waits. It is one whose monitor the thread owns; if that is but one, it is that.
  private static @Nullable Object monitor(WaitLook look) {
    Object told = look.monitor();
    return told == null && isInWait(look) && look.owned().size() == 1
        ? look.owned().getFirst()
        : told;
  }

  private static boolean isInWait(WaitLook look) {
    StackTraceElement[] stack = look.stack();
    return (look.kind() == WaitKind.WAITING || look.kind() == WaitKind.TIMED_WAITING)
        && stack.length > 0
        && stack[0].getClassName().equals("java.lang.Object");
  }

  /** Of one that is mounted: nothing but its stack. */
  static Seen ofMounted(StackTraceElement[] stack) {
    return new Seen(Sources.of(stack, WaitKind.NONE), null, false, List.of());
  }

  @Nullable Object monitorOrNull() {
    return monitor == null ? null : monitor.get();
  }

  List<Object> ownedNow() {
    return owned.stream().<Object>map(WeakReference::get).filter(Objects::nonNull).toList();
  }
}
