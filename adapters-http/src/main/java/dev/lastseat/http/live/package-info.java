/**
 * Clients that listen: they are sent events until they leave (server-sent events). Begin with
 * {@code Listeners}, which tells all of them in rounds; a {@code Source} knows what there is to
 * tell. Knows no use case.
 */
@NullMarked
package dev.lastseat.http.live;

import org.jspecify.annotations.NullMarked;
