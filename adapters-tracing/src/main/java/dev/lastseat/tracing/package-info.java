/**
 * Traces of requests through the program, sent by OpenTelemetry to whoever collects them. Nothing
 * here is loaded unless somebody does. Begin at {@code TracingAdapters}.
 */
@NullMarked
package dev.lastseat.tracing;

import org.jspecify.annotations.NullMarked;
