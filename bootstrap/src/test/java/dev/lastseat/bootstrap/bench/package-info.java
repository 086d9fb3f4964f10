/**
 * What the program does on this machine. {@link dev.lastseat.bootstrap.bench.Bench} runs each
 * {@link dev.lastseat.bootstrap.bench.Scenario} and writes the report; the scripts of k6 and wrk
 * are in {@code load}.
 */
@NullMarked
package dev.lastseat.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
