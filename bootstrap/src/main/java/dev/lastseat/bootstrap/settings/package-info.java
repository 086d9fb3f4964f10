/**
 * The settings, read from environment variables. Every one has a default; one that cannot be read
 * stops the start and says its name, its value (unless that is a secret) and what was expected.
 */
@NullMarked
package dev.lastseat.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
