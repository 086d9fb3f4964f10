package dev.lastseat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found when accounts are changed behind the program's back. */
class VerifyAccountsTest {
  private static final Instant SOON = TickingClock.START.plusSeconds(60);
  private static final User ADA = AUser.named("ada");
  private static final Session SESSION = ASession.of("ada", "session-1");
  private static final TokenHash TOKEN = new TokenHash("a");
  private static final ApiKey KEY = AnApiKey.of(ADA.id(), "key");
  private static final Passkey PHONE = APasskey.of(ADA.id(), "phone");

  private final Sealed sealed = new Sealed();

  @BeforeEach
  void open() {
    open(sealed.fakes);
  }

  private static void open(Fakes stores) {
    stores.users.add(ADA);
    stores.sessions.start(SESSION, TOKEN);
    stores.apiKeys.add(KEY);
    stores.passkeys.add(PHONE);
    stores.users.add(AUser.named("bob"));
  }

  @Test
  void accounts_as_they_were_told_are_clean() {
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();
    assertThat(sealed.verify(sealed.log).figures()).startsWith("5 facts of 5 streams");
  }

  @Test
  void an_erased_account_takes_the_person_along_and_the_tree_still_verifies() {
    sealed.seal();
    Fakes stores = sealed.fakes;
    stores.apiKeys.removeAll(ADA.id(), SOON);
    stores.passkeys.removeAll(ADA.id(), SOON);
    stores.sessions.endAll(ADA.id(), SOON);
    stores.users.remove(ADA.id(), SOON);
    sealed.fakes.clock.advance(Sealed.PAUSE);
    sealed.seal();

    assertThat(sealed.verify(sealed.log).differences()).isEmpty();
    assertThat(sealed.verify(sealed.log).figures()).contains("9 facts of 5 streams and 2 checkp");
    assertThat(sealed.log.after(0, 100).toString())
        .contains("ada")
        .doesNotContain("ada@example.com", "hash", "Firefox", "192.0.2.1");
  }

  @Test
  void a_session_that_ran_out_is_no_difference() {
    sealed.fakes.sessions.forgetExpired(SESSION.expiresAt().plusSeconds(1));

    assertThat(sealed.verify(sealed.log).differences()).isEmpty();
  }

  @Test
  void what_somebody_gave_themselves_is_named() {
    Fakes forged = Fakes.open();
    open(forged);
    forged.users.changeRole(ADA.id(), Role.ADMIN, SOON);
    forged.apiKeys.add(AnApiKey.of(ADA.id(), "other"));
    Passkey tablet = APasskey.of(ADA.id(), "tablet");
    forged.passkeys.add(tablet);
    forged.sessions.start(ASession.of("ada", "session-2"), new TokenHash("b"));
    forged.users.add(AUser.named("eve"));

    assertThat(sealed.verify(forged, sealed.log).differences())
        .containsExactlyInAnyOrder(
            "user:ada: role is user by its facts, and admin in the store",
            untold("api-key:other"),
            untold(StreamId.of(tablet).text()),
            untold("session:session-2"),
            untold("user:eve"));
  }

  private static String untold(String stream) {
    return stream + ": is in the store, and no fact tells of it";
  }

  @Test
  void what_somebody_brought_back_or_took_away_is_named() {
    Fakes stale = Fakes.open();
    open(stale);
    stale.users.remove(AUser.named("bob").id(), SOON);
    sealed.fakes.apiKeys.remove(KEY.id(), SOON);
    sealed.fakes.passkeys.removeAll(ADA.id(), SOON);
    sealed.fakes.sessions.endAll(ADA.id(), SOON);

    assertThat(sealed.verify(stale, sealed.log).differences())
        .containsExactlyInAnyOrder(
            "user:bob: facts tell of it, and it is not in the store",
            gone("api-key:key"),
            gone(StreamId.of(PHONE).text()),
            gone("session:session-1"));
  }

  private static String gone(String stream) {
    return stream + ": facts tell that it is gone, and it is in the store";
  }
}
