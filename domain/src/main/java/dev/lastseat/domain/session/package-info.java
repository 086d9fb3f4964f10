/** Sessions of users, and the tokens that prove them. */
@NullMarked
package dev.lastseat.domain.session;

import org.jspecify.annotations.NullMarked;
