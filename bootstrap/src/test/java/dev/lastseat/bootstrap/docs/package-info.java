/**
 * What the documents say, held against the program and the files beside them. A reader who follows
 * a link or copies a setting must not be the first to find out that it is gone.
 */
@NullMarked
package dev.lastseat.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
