/** Breaks every rule of the house, this one too: it is not marked. */
package dev.lastseat.bootstrap.architecture.violation;
