/**
 * Rows as they are searched and read: pages of them, how columns hold what SQLite has no type for,
 * and words as the tables of full text have them. Begin with {@link
 * dev.lastseat.embedded.sqlite.row.PageQuery}.
 */
@NullMarked
package dev.lastseat.embedded.sqlite.row;

import org.jspecify.annotations.NullMarked;
