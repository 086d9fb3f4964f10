/**
 * The HTTP contract, spoken to over real connections: the server runs on a free port with every use
 * case on top of fakes, and is used rightly and wrongly.
 */
@NullMarked
package dev.lastseat.http;

import org.jspecify.annotations.NullMarked;
