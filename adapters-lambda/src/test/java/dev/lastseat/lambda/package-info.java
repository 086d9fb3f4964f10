@NullMarked
package dev.lastseat.lambda;

import org.jspecify.annotations.NullMarked;
