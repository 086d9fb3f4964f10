package dev.lastseat.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was sealed, as admins see it; what it proves is tested with {@code ProveFacts}. */
class AuditTest extends ServerTest {
  @Test
  void before_anything_is_sealed_the_head_is_that_of_no_facts_and_there_is_no_proof() {
    Reply head = api("/audit/head").as(admin()).get().is(200);
    assertThat(head.json().at("/data/sequence").asInt()).isZero();
    api("/audit/facts/1").as(admin()).get().isError(Code.NOT_FOUND);
    api("/audit/consistency?from=1").as(admin()).get().isError(Code.NOT_FOUND);
  }

  @Test
  void an_admin_sees_the_newest_checkpoint_whole() {
    seal();
    Reply head = api("/audit/head").as(admin()).get().is(200);

    assertThat(head.json().at("/data/sequence").asInt()).isEqualTo(1);
    assertThat(head.text("/checkpoint"))
        .startsWith(house.signer.verifier().name() + "\n1\n" + head.text("/hash") + "\n\n— ");
    assertThat(head.text("/keyId")).isEqualTo(house.signer.verifier().id());
  }

  @Test
  void an_admin_gets_the_proof_of_a_fact_with_the_very_text_that_was_hashed() {
    seal();
    seal();
    Reply proof = api("/audit/facts/2").as(admin()).get().is(200);

    assertThat(proof.text("/fact")).contains("\"sequence\":\"2\"").contains("event.created");
    assertThat(proof.json().at("/data/path").size()).isEqualTo(1);
    assertThat(proof.json().at("/data/head/sequence").asInt()).isEqualTo(2);
    api("/audit/facts/3").as(admin()).get().isError(Code.NOT_FOUND);
    api("/audit/facts/first").as(admin()).get().isError(Code.NOT_FOUND);
  }

  @Test
  void an_admin_gets_the_proof_that_a_checkpoint_has_what_an_earlier_one_had() {
    seal();
    seal();
    Reply proof = api("/audit/consistency?from=1").as(admin()).get().is(200);

    assertThat(proof.json().at("/data/to/sequence").asInt()).isEqualTo(2);
    assertThat(proof.json().at("/data/path").size()).isEqualTo(1);
    api("/audit/consistency?from=2&to=1").as(admin()).get().isError(Code.NOT_FOUND);
    assertThat(
            api("/audit/consistency?to=x")
                .as(admin())
                .get()
                .isError(Code.VALIDATION_ERROR)
                .fields())
        .containsExactlyInAnyOrder("from", "to");
  }

  @Test
  void anybody_finds_the_key_where_such_things_are() {
    Reply key = root("/.well-known/lastseat-audit.json").get().is(200);

    assertThat(key.json().path("verifierKey").asText()).isEqualTo(house.signer.verifier().text());
    assertThat(key.json().path("algorithm").asText()).isEqualTo("Ed25519");
  }

  private void seal() {
    add(AnEvent.published());
    house.clock.advance(Duration.ofSeconds(10));
    house.sealer.handle();
  }
}
