package io.pickglass.repl.target;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All MBeans of a target, whoever made them. Values are those of JSON, whichever wire they come
 * over: maps, lists, text, numbers, booleans and null.
 *
 * <p>Every method answers in time or throws a {@link TargetException}.
 */
public interface Beans {
  /** The names of all, in order; of those that may be asked for, where not all may. */
  List<String> names();

  /** What an MBean has and can do. */
  BeanShape describe(String bean);

  /**
   * Attributes in the order in which they were asked for.
   *
   * @param attributes none to read all
   */
  Map<String, Read> get(String bean, List<String> attributes);

  /** Sets an attribute to a value as it is typed. */
  void set(String bean, String attribute, String value);

  /**
   * Calls an operation with arguments as they are typed.
   *
   * @param operation its name, and its signature where several take these arguments
   */
  @Nullable Object invoke(String bean, String operation, List<String> arguments);

  /**
   * What reading an attribute has given.
   *
   * @param value meaningless if there is a failure
   * @param failure why there is no value, or an empty string
   */
  record Read(@Nullable Object value, String failure) {
    static Read of(@Nullable Object value) {
      return new Read(value, "");
    }

    static Read failed(String why) {
      return new Read(null, why);
    }

    /** Whether there is a value. */
    public boolean isThere() {
      return failure.isEmpty();
    }
  }
}
