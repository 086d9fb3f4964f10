package dev.lastseat.application.audit;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeSealedTree;
import dev.lastseat.domain.fake.FakeSigningKey;
import dev.lastseat.domain.fake.Sha256;
import dev.lastseat.domain.port.store.fact.FactLog;
import java.time.Duration;
import java.util.List;

/** Fakes, and what seals and verifies their facts. */
final class Sealed {
  static final Duration PAUSE = Duration.ofSeconds(10);

  final Fakes fakes;
  final FakeFactLog log;
  final FakeSealedTree tree = new FakeSealedTree();
  final Signer signer = signer("a secret that has thirty-two bytes");

  Sealed() {
    this(Fakes.open());
  }

  Sealed(Fakes fakes) {
    this.fakes = fakes;
    this.log = new FakeFactLog(fakes.store);
  }

  static Signer signer(String secret) {
    return new Signer(new FakeSigningKey(secret), parts -> Hash.of(Sha256.of(parts)));
  }

  void seal() {
    sealer(log).handle();
  }

  SealFacts sealer(FactLog facts) {
    return new SealFacts(facts, tree, signer, PAUSE, fakes.clock);
  }

  ProveFacts prover() {
    return new ProveFacts(log, tree, signer, fakes.clock);
  }

  /** With the facts of the store, or what somebody made of them. */
  Findings verify(FactLog facts, SignedCheckpoint... kept) {
    return verify(fakes, facts, kept);
  }

  /** With what the store has, or somebody made of it. */
  Findings verify(Fakes stores, FactLog facts, SignedCheckpoint... kept) {
    return new VerifyFacts(stores.all(facts, tree), Underway.NOTHING, signer, fakes.clock)
        .handle(List.of(kept));
  }
}
