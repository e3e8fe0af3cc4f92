/** What is done over and over while it is measured. */
@NullMarked
package io.pickglass.benchmarks.work;

import org.jspecify.annotations.NullMarked;
