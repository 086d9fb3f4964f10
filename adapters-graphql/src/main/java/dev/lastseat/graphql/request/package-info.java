/** Who asks and with what arguments, and how they are told what went wrong. */
@NullMarked
package dev.lastseat.graphql.request;

import org.jspecify.annotations.NullMarked;
