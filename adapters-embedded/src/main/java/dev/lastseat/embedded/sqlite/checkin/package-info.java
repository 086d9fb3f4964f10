/** Lists, and who was let in by them, a table each. Uses the engine and the rows of facts. */
@NullMarked
package dev.lastseat.embedded.sqlite.checkin;

import org.jspecify.annotations.NullMarked;
