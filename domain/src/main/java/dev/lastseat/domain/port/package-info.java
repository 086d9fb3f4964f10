/**
 * What the booking rules need from the outside, in the words of the domain: {@code store}, {@code
 * cache} and {@code security}; here is what all of them may fail with, how a change is tried again
 * that was overtaken, and the mailer. Every port has one contract test that fakes and adapters
 * alike must pass.
 */
@NullMarked
package dev.lastseat.domain.port;

import org.jspecify.annotations.NullMarked;
