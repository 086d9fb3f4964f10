package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.Checkpoint;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.HashFunction;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.audit.TreeHasher;
import dev.lastseat.domain.audit.VerifierKey;
import dev.lastseat.domain.port.security.SigningKey;

/** Signs what the tree is, under the name that its key gives it. */
public final class Signer {
  private final SigningKey key;
  private final TreeHasher hasher;
  private final VerifierKey verifier;

  public Signer(SigningKey key, HashFunction sha256) {
    this.key = key;
    this.hasher = new TreeHasher(sha256);
    this.verifier = VerifierKey.of(key.publicKey(), sha256);
  }

  /** By which others check its signatures. */
  public VerifierKey verifier() {
    return verifier;
  }

  TreeHasher hasher() {
    return hasher;
  }

  SignedCheckpoint sign(long size, Hash root) {
    Checkpoint checkpoint = new Checkpoint(verifier.name(), size, root);
    return SignedCheckpoint.by(verifier, checkpoint, key.sign(checkpoint.bytes()));
  }

  boolean hasSigned(SignedCheckpoint signed) {
    return signed.checkpoint().origin().equals(verifier.name())
        && signed.keyId().equals(verifier.id())
        && key.verifies(signed.checkpoint().bytes(), signed.signatureBytes());
  }
}
