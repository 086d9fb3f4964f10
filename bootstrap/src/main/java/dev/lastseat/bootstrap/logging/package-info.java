/**
 * How the log looks: one line of JSON for each entry, or text for people. The only package that
 * knows Logback.
 */
@NullMarked
package dev.lastseat.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
