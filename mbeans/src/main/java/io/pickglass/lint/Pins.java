package io.pickglass.lint;

import java.util.List;

/** Who tells of virtual threads that kept their carriers while they waited. */
public interface Pins {
  /** Nobody does. */
  Pins NOBODY =
      new Pins() {
        @Override
        public boolean areTold() {
          return false;
        }

        @Override
        public List<Pin> latest() {
          return List.of();
        }
      };

  /** Whether somebody does now. */
  boolean areTold();

  /** The latest of them; a bounded number. */
  List<Pin> latest();

  /**
   * One such wait, which is over.
   *
   * @param taskId which thread
   * @param taskName its name; empty if it has none
   * @param monitor for which monitor it is watched; empty if that is not known
   * @param endMillis when it was over, in milliseconds since 1970
   * @param nanos how long it was
   * @param reason why the thread could not leave its carrier; empty if that is not known
   * @param frames its stack, the innermost frame first
   */
  record Pin(
      String taskId,
      String taskName,
      String monitor,
      long endMillis,
      long nanos,
      String reason,
      List<String> frames) {}
}
