package dev.lastseat.domain.audit;

/** SHA-256 (FIPS 180-4), as some adapter computes it. */
@FunctionalInterface
public interface HashFunction {
  /** Of the parts, one after the other. */
  Hash of(byte[]... parts);
}
