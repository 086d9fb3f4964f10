package dev.lastseat.http.audit;

import dev.lastseat.application.audit.ProveFacts.Extension;
import dev.lastseat.application.audit.ProveFacts.SealedFact;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.VerifierKey;
import dev.lastseat.domain.fact.FactText;
import dev.lastseat.http.json.Times;
import java.util.List;

/** Checkpoints and proofs as they are shown; hashes, keys and signatures are in Base64. */
final class AuditViews {
  private AuditViews() {}

  /** {@code checkpoint} is the whole signed note, to be kept somewhere else. */
  record CheckpointView(
      long sequence, String hash, String at, String signature, String keyId, String checkpoint) {
    static CheckpointView of(Seal seal) {
      return new CheckpointView(
          seal.size(),
          seal.signed().checkpoint().root().base64(),
          Times.text(seal.at()),
          seal.signed().signature(),
          seal.signed().keyId(),
          seal.signed().note());
    }
  }

  /** {@code fact} is the text that was hashed, to the byte. */
  record InclusionView(
      long sequence, String fact, String leafHash, List<String> path, CheckpointView head) {
    static InclusionView of(SealedFact sealed) {
      return new InclusionView(
          sealed.fact().sequence(),
          FactText.of(sealed.fact()),
          sealed.leaf().base64(),
          base64(sealed.proof().path()),
          CheckpointView.of(sealed.seal()));
    }
  }

  record ConsistencyView(CheckpointView from, CheckpointView to, List<String> path) {
    static ConsistencyView of(Extension extension) {
      return new ConsistencyView(
          CheckpointView.of(extension.from()),
          CheckpointView.of(extension.to()),
          base64(extension.proof().path()));
    }
  }

  /** {@code verifierKey} says all of it in one line, as tools for signed notes take it. */
  record KeyView(
      String origin, String keyId, String algorithm, String publicKey, String verifierKey) {
    static KeyView of(VerifierKey key) {
      return new KeyView(key.name(), key.id(), "Ed25519", key.publicKey(), key.text());
    }
  }

  private static List<String> base64(List<Hash> path) {
    return path.stream().map(Hash::base64).toList();
  }
}
