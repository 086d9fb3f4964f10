package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.contract.FactStores.People;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.fact.aggregate.UserFacts;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.port.store.account.Sessions.Successor;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of users, and of what lets them in. */
interface AccountFactsContract {
  Instant SOON = TickingClock.START.plusSeconds(60);
  User ADA = AUser.named("ada");

  FactStores opened();

  private People people() {
    return opened().people();
  }

  private Fact last(StreamId stream) {
    return opened().facts(stream).getLast();
  }

  private StreamState state(StreamId stream) {
    return StreamState.of(opened().arrived().of(stream));
  }

  @Test
  default void a_user_is_told_without_what_tells_who_they_are() {
    people().users().add(ADA);

    Fact fact = last(StreamId.of(ADA.id()));
    assertThat(fact.kind()).isEqualTo("user.registered");
    assertThat(fact.at()).isEqualTo(ADA.createdAt());
    assertThat(fact.data())
        .containsOnly(
            entry("createdAt", ADA.createdAt().toString()),
            entry("locale", "en"),
            entry("reminders", "true"),
            entry("role", "user"));
  }

  @Test
  default void of_name_address_and_password_it_is_told_that_they_changed() {
    User moved =
        ADA.verified(new Email("new@example.com"), SOON)
            .with("Countess", Locale.GERMAN)
            .with(new PasswordHash("secret"));
    people().users().add(ADA);
    people().users().update(ADA, moved, SOON);

    Fact fact = last(StreamId.of(ADA.id()));
    assertThat(fact.kind()).isEqualTo("user.changed");
    assertThat(fact.at()).isEqualTo(SOON);
    assertThat(fact.data())
        .containsOnly(
            entry("email", ""),
            entry("emailVerifiedAt", SOON.toString()),
            entry("locale", "de"),
            entry("name", ""),
            entry("password", ""));
    assertThat(state(StreamId.of(ADA.id())).fields()).isEqualTo(UserFacts.fields(moved));
  }

  @Test
  default void an_address_that_is_proved_and_a_role_that_is_given_are_told_as_such() {
    User proved = ADA.verified(ADA.email(), SOON);
    people().users().add(ADA);
    people().users().add(AUser.admin("root"));
    people().users().update(ADA, proved, SOON);
    people().users().changeRole(ADA.id(), Role.ADMIN, SOON);
    people().users().changeRole(ADA.id(), Role.ADMIN, SOON);
    people().users().changeRole(ADA.id(), Role.STAFF, SOON);

    assertThat(opened().kinds(StreamId.of(ADA.id())))
        .containsExactly(
            "user.registered", "user.verified", "user.role-changed", "user.role-changed");
    assertThat(last(StreamId.of(ADA.id())).data()).containsOnly(entry("role", "staff"));
    assertThat(state(StreamId.of(ADA.id())).fields())
        .isEqualTo(UserFacts.fields(proved.with(Role.STAFF)));
  }

  @Test
  default void what_was_refused_to_a_user_leaves_nothing() {
    User root = AUser.admin("root");
    people().users().add(root);
    people().users().add(AUser.with("bob", "root@example.com", Role.USER));
    people().users().update(ADA, ADA.withReminders(false), SOON);
    people().users().changeRole(root.id(), Role.USER, SOON);
    people().users().remove(root.id(), SOON);

    assertThat(opened().kinds(StreamId.of(root.id()))).containsExactly("user.registered");
    assertThat(opened().arrived().head()).isEqualTo(1);
  }

  @Test
  default void an_erased_user_is_told_last_and_only_once_and_found_by_nobody() {
    people().users().add(ADA);
    people().users().remove(ADA.id(), SOON);
    people().users().remove(ADA.id(), SOON);
    people().users().changeRole(ADA.id(), Role.STAFF, SOON);

    Fact erased = last(StreamId.of(ADA.id()));
    assertThat(erased.kind()).isEqualTo("user.erased");
    assertThat(erased.version()).isEqualTo(2);
    assertThat(erased.at()).isEqualTo(SOON);
    assertThat(state(StreamId.of(ADA.id())).hasEnded()).isTrue();
    assertThat(people().users().find(ADA.id())).isEmpty();
    assertThat(people().users().findAll(List.of(ADA.id()))).isEmpty();
  }

  @Test
  default void a_session_is_told_when_it_begins_and_when_somebody_ends_it_but_not_its_uses() {
    Session session = ASession.of("ada", "session-1");
    people().sessions().start(session, token("a"));
    people().sessions().rotate(token("a"), successor("b"), SOON, SOON);
    people().sessions().end(ADA.id(), session.id(), SOON);
    people().sessions().endAll(ADA.id(), SOON.plusSeconds(1));

    StreamId stream = StreamId.ofSession(session.id());
    List<Fact> facts = opened().facts(stream);
    assertThat(opened().kinds(stream)).containsExactly("session.opened", "session.revoked");
    assertThat(facts.getFirst().data())
        .isEqualTo(AccessFacts.fields(session))
        .containsOnlyKeys("user", "createdAt", "endsAt");
    assertThat(facts.getLast().at()).isEqualTo(SOON);
    assertThat(state(stream).hasEnded()).isTrue();
  }

  @Test
  default void every_way_to_end_a_session_is_told() {
    List<Session> sessions =
        Stream.of("1", "2", "3", "4").map(id -> ASession.of("ada", "session-" + id)).toList();
    sessions.forEach(it -> people().sessions().start(it, token(it.id())));
    people().sessions().rotate(token("session-1"), successor("b"), SOON, SOON);
    people().sessions().rotate(token("session-1"), successor("c"), SOON.plusSeconds(1), SOON);
    people().sessions().end(token("session-2"), SOON);
    people().sessions().endOthers(ADA.id(), "session-4", SOON);

    for (Session ended : sessions.subList(0, 3)) {
      assertThat(opened().kinds(StreamId.ofSession(ended.id())))
          .as(ended.id())
          .containsExactly("session.opened", "session.revoked");
    }
    assertThat(opened().kinds(StreamId.ofSession("session-4"))).containsExactly("session.opened");
  }

  @Test
  default void a_session_that_is_forgotten_before_its_facts_have_arrived_is_told_all_the_same() {
    Session session = ASession.of("ada", "session-1");
    people().sessions().start(session, token("a"));
    people().sessions().forgetExpired(session.expiresAt().plusSeconds(1));

    assertThat(opened().kinds(StreamId.ofSession(session.id()))).containsExactly("session.opened");
    people().sessions().forgetExpired(session.expiresAt().plusSeconds(1));
    assertThat(people().sessions().session(token("a"))).isEmpty();
  }

  @Test
  default void an_api_key_is_told_from_its_creation_to_its_end() {
    ApiKey key = AnApiKey.of(ADA.id(), "key");
    ApiKey other = AnApiKey.of(ADA.id(), "other");
    people().apiKeys().add(key);
    people().apiKeys().add(other);
    people().apiKeys().use(key.id(), SOON);
    people().apiKeys().remove(key.id(), SOON);
    people().apiKeys().remove(key.id(), SOON);
    people().apiKeys().removeAll(ADA.id(), SOON);

    for (ApiKey told : List.of(key, other)) {
      List<Fact> facts = opened().facts(StreamId.of(told.id()));
      assertThat(facts)
          .extracting(Fact::kind)
          .containsExactly("api-key.created", "api-key.revoked");
      assertThat(facts.getFirst().data())
          .isEqualTo(AccessFacts.fields(told))
          .containsOnly(
              entry("user", "ada"),
              entry("scopes", "bookings:read"),
              entry("createdAt", told.createdAt().toString()));
      assertThat(facts.getLast().at()).isEqualTo(SOON);
    }
  }

  @Test
  default void a_passkey_is_told_from_the_day_it_was_added_to_the_day_it_went() {
    Passkey phone = APasskey.of(ADA.id(), "phone");
    Passkey tablet = APasskey.of(ADA.id(), "tablet");
    people().passkeys().add(phone);
    people().passkeys().add(tablet);
    people().passkeys().add(APasskey.of(new UserId("eve"), "phone"));
    people().passkeys().use(phone.id(), 1, SOON);
    people().passkeys().rename(ADA.id(), phone.id(), "mine", SOON);
    people().passkeys().remove(new UserId("eve"), phone.id(), SOON);
    people().passkeys().remove(ADA.id(), phone.id(), SOON);
    people().passkeys().removeAll(ADA.id(), SOON);

    assertThat(opened().kinds(StreamId.of(phone)))
        .containsExactly("passkey.added", "passkey.renamed", "passkey.removed");
    assertThat(opened().kinds(StreamId.of(tablet)))
        .containsExactly("passkey.added", "passkey.removed");
    assertThat(opened().facts(StreamId.of(phone)).getFirst().data())
        .isEqualTo(AccessFacts.fields(phone))
        .containsOnlyKeys("user", "createdAt");
    assertThat(opened().facts(StreamId.of(phone)).get(1).data()).containsOnly(entry("name", ""));
  }

  @Test
  default void a_passkey_that_is_added_again_begins_to_be_told_anew() {
    Passkey first = APasskey.of(ADA.id(), "phone");
    Passkey again =
        new Passkey(first.id(), ADA.id(), first.publicKey(), 0, "phone", SOON, first.lastUsedAt());
    people().passkeys().add(first);
    people().passkeys().remove(ADA.id(), first.id(), SOON);
    assertThat(opened().kinds(StreamId.of(first)))
        .containsExactly("passkey.added", "passkey.removed");

    assertThat(people().passkeys().add(again)).isTrue();
    assertThat(opened().kinds(StreamId.of(again))).containsExactly("passkey.added");
    assertThat(opened().kinds(StreamId.of(first))).hasSize(2);
  }

  @Test
  default void facts_of_accounts_name_who_caused_them() {
    Cause asked = new Cause(new Actor("user:root"), "request-7");
    Passkey phone = APasskey.of(ADA.id(), "phone");
    ApiKey key = AnApiKey.of(ADA.id(), "key");
    asked.run(
        () -> {
          people().users().add(ADA);
          people().sessions().start(ASession.of("ada", "session-1"), token("a"));
          people().apiKeys().add(key);
          people().passkeys().add(phone);
          people().apiKeys().removeAll(ADA.id(), SOON);
          people().passkeys().removeAll(ADA.id(), SOON);
          people().sessions().endAll(ADA.id(), SOON);
          people().users().remove(ADA.id(), SOON);
        });

    for (StreamId stream :
        List.of(
            StreamId.of(ADA.id()),
            StreamId.ofSession("session-1"),
            StreamId.of(key.id()),
            StreamId.of(phone))) {
      assertThat(opened().facts(stream))
          .as(stream.text())
          .hasSize(2)
          .extracting(Fact::cause)
          .containsOnly(asked);
    }
  }

  @Test
  default void of_many_who_end_one_thing_at_once_one_is_told() {
    ApiKey key = AnApiKey.of(ADA.id(), "key");
    Passkey phone = APasskey.of(ADA.id(), "phone");
    people().users().add(ADA);
    people().sessions().start(ASession.of("ada", "session-1"), token("a"));
    people().apiKeys().add(key);
    people().passkeys().add(phone);

    Race.of(
        16,
        i ->
            switch (i % 4) {
              case 0 -> people().users().remove(ADA.id(), SOON);
              case 1 -> people().sessions().end(ADA.id(), "session-1", SOON);
              case 2 -> people().apiKeys().remove(key.id(), SOON);
              default -> people().passkeys().remove(ADA.id(), phone.id(), SOON);
            });

    assertThat(opened().arrived().head()).isEqualTo(8);
  }

  private static TokenHash token(String word) {
    return new TokenHash(word);
  }

  private static Successor successor(String word) {
    return new Successor(token(word), ASession.EXPIRES_AT);
  }
}
