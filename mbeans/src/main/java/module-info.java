/** Task metrics of a running JVM, as a library. */
module io.pickglass {
  requires transitive java.management;
  requires static org.jspecify;

  exports io.pickglass;
  exports io.pickglass.catalog;
  exports io.pickglass.model;
  exports io.pickglass.mxbean;
  exports io.pickglass.sampling;
}
