package dev.lastseat.application.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.apikey.ManageApiKeys.Outcome;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.fake.FakeApiKeys;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyUsesTest {
  private final TickingClock clock = new TickingClock();
  private final FakeStore store = new FakeStore();
  private final FakeApiKeys keys = new FakeApiKeys(store);
  private final FakeUsers users = new FakeUsers(store);
  private final ApiKeyUses uses = new ApiKeyUses(keys);
  private final CheckApiKey check =
      new CheckApiKey(keys, users, new FakeTokenHasher(), uses, clock);
  private final ApiKeyToken token = created();

  @Test
  void a_request_writes_nothing_and_the_sweep_writes_the_first_use_since_it_swept() {
    check.handle(token);
    clock.advance(Duration.ofMillis(300));
    check.handle(token);
    assertThat(key().lastUsedAt()).isEmpty();

    uses.write();

    assertThat(key().lastUsedAt()).contains(TickingClock.START);
  }

  @Test
  void a_secret_that_is_wrong_is_no_use() {
    check.handle(new ApiKeyToken(token.id(), "x".repeat(43)));

    uses.write();

    assertThat(key().lastUsedAt()).isEmpty();
  }

  @Test
  void a_use_that_could_not_be_written_does_not_end_those_after_it() {
    check.handle(token);
    store.goAway();
    assertThatThrownBy(uses::write).isInstanceOf(StoreUnavailable.class);
    store.comeBack();

    check.handle(token);
    uses.write();

    assertThat(key().lastUsedAt()).contains(TickingClock.START);
  }

  private ApiKey key() {
    return keys.find(token.id()).orElseThrow();
  }

  private ApiKeyToken created() {
    User ada = AUser.named("ada");
    users.add(ada);
    ManageApiKeys manage =
        new ManageApiKeys(keys, new FakeEvents(store), new FakeTokenHasher(), clock, new Random(7));
    var command =
        new ManageApiKeys.Command(
            APrincipal.user("ada"),
            "key",
            Set.of(Scope.BOOKINGS_READ),
            Optional.empty(),
            Optional.empty());
    if (manage.create(command) instanceof Outcome.Created(ApiKey _, ApiKeyToken made)) {
      return made;
    }
    throw new AssertionError("not created");
  }
}
