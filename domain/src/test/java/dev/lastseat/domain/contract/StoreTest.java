package dev.lastseat.domain.contract;

/** A test that has stores to test; they are the same all through one test. */
interface StoreTest {
  Stores stores();
}
