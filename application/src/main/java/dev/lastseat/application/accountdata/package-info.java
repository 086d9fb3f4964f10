/** All that is kept about who has an account: handed out, and taken away with it. */
@NullMarked
package dev.lastseat.application.accountdata;

import org.jspecify.annotations.NullMarked;
