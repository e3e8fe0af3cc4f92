/** Runs of benchmarks: what is run, with which effort, and what it has shown. */
@NullMarked
package io.pickglass.benchmarks.run;

import org.jspecify.annotations.NullMarked;
