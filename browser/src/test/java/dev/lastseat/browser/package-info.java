/** What only a real browser can show. */
@NullMarked
package dev.lastseat.browser;

import org.jspecify.annotations.NullMarked;
