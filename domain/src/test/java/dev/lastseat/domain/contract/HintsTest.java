package dev.lastseat.domain.contract;

/** A test that has hints to test; they are the same all through one test. */
interface HintsTest {
  Hints hints();
}
