package io.pickglass.model;

/**
 * Where the tasks of a class come from. Not a record: what it is called is made once, as a million
 * tasks may be asked for it.
 */
public final class Place {
  /** Of tasks of which nobody has said what they run. */
  public static final Place UNKNOWN = new Place("", "", "");

  private final String className;
  private final String site;
  private final String start;
  private final String label;
  private final String location;

  /**
   * A place.
   *
   * @param className the class in whose source their code stands, with its package; empty if
   *     unknown
   * @param site the method and line that began the first of them, if all begin there: {@code
   *     handle-42}; empty where they may begin anywhere
   * @param start the frame of the program that began the first of them, as a stack trace shows it;
   *     empty if none is known
   */
  public Place(String className, String site, String start) {
    this.className = className;
    this.site = site;
    this.start = start;
    this.label = withSite(simpleName());
    this.location = start.isEmpty() ? qualifiedLabel() : start;
  }

  /** The class in whose source their code stands, with its package; empty if unknown. */
  public String className() {
    return className;
  }

  /** The frame of the program that began the first of them; empty if none is known. */
  public String start() {
    return start;
  }

  /** {@code Outer.Inner.handle-42}, without the package. */
  public String label() {
    return label;
  }

  /** The same with the package. */
  public String qualifiedLabel() {
    return withSite(className.replace('$', '.'));
  }

  /** The class and the site as the class file spells them. */
  public String spelled() {
    return withSite(className);
  }

  /** {@code Outer.Inner} of {@code com.example.Outer$Inner}. */
  public String simpleName() {
    return simpleName(className);
  }

  /** {@code Outer.Inner} of {@code com.example.Outer$Inner}. */
  public static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** The class's package; {@code unnamed} if it has none. */
  public String packageName() {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "unnamed" : className.substring(0, dot);
  }

  /** Where they were started if that is known, else which code they run. */
  public String location() {
    return location;
  }

  private String withSite(String name) {
    return site.isEmpty() ? name : name + "." + site;
  }
}
