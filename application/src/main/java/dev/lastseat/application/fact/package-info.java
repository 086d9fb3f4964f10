/**
 * What is made of the facts: those who follow them, one after the other, each at its own pace.
 * Touches the domain only.
 */
@NullMarked
package dev.lastseat.application.fact;

import org.jspecify.annotations.NullMarked;
