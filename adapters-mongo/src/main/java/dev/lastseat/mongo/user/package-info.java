/** Users, and their sessions: one document a family of refresh tokens. */
@NullMarked
package dev.lastseat.mongo.user;

import org.jspecify.annotations.NullMarked;
