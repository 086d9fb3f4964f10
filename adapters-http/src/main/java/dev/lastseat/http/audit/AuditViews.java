package dev.lastseat.http.audit;

import dev.lastseat.application.audit.ProveFacts.Extension;
import dev.lastseat.application.audit.ProveFacts.SealedFact;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.VerifierKey;
import dev.lastseat.domain.fact.FactText;
import dev.lastseat.http.json.View;
import java.util.List;

/** Checkpoints and proofs as they are shown; hashes, keys and signatures are in Base64. */
final class AuditViews {
  /** {@code checkpoint} is the whole signed note, to be kept somewhere else. */
  static final View<Seal> CHECKPOINT =
      new View<Seal>()
          .field("sequence", Seal::size)
          .field("hash", seal -> seal.signed().checkpoint().root().base64())
          .field("at", Seal::at)
          .field("signature", seal -> seal.signed().signature())
          .field("keyId", seal -> seal.signed().keyId())
          .field("checkpoint", seal -> seal.signed().note());

  /** {@code fact} is the text that was hashed, to the byte. */
  static final View<SealedFact> INCLUSION =
      new View<SealedFact>()
          .field("sequence", proven -> proven.fact().sequence())
          .field("fact", proven -> FactText.of(proven.fact()))
          .field("leafHash", proven -> proven.leaf().base64())
          .field("path", proven -> base64(proven.proof().path()))
          .field("head", proven -> CHECKPOINT.apply(proven.seal()));

  static final View<Extension> CONSISTENCY =
      new View<Extension>()
          .field("from", extension -> CHECKPOINT.apply(extension.from()))
          .field("to", extension -> CHECKPOINT.apply(extension.to()))
          .field("path", extension -> base64(extension.proof().path()));

  /** {@code verifierKey} says all of it in one line, as tools for signed notes take it. */
  static final View<VerifierKey> KEY =
      new View<VerifierKey>()
          .field("origin", VerifierKey::name)
          .field("keyId", VerifierKey::id)
          .field("algorithm", _ -> "Ed25519")
          .field("publicKey", VerifierKey::publicKey)
          .field("verifierKey", VerifierKey::text);

  private AuditViews() {}

  private static List<String> base64(List<Hash> path) {
    return path.stream().map(Hash::base64).toList();
  }
}
