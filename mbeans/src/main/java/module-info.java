/** Task metrics of a running JVM, as a library. */
module io.pickglass {
  requires transitive java.management;
  // The agent needs the first;
  // more numbers of runtimes where they are there; an image may do without them.
  requires static java.instrument;
  requires static jdk.jfr;
  requires static jdk.management;
  requires static org.jspecify;

  exports io.pickglass;
  // If we are a module, the JVM enters the agent in it, and not entering would end the application.
  exports io.pickglass.agent to
      java.instrument;
  exports io.pickglass.catalog;
  exports io.pickglass.lint;
  exports io.pickglass.model;
  exports io.pickglass.mxbean;
  exports io.pickglass.runtime;
  exports io.pickglass.sampling;
}
