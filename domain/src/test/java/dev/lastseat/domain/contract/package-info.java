/**
 * One abstract test per port: what its documentation promises, and nothing of how. The fakes and
 * every adapter extend them; races are run with real threads that start together.
 */
@NullMarked
package dev.lastseat.domain.contract;

import org.jspecify.annotations.NullMarked;
