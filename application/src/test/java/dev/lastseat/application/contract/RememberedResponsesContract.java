package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.application.port.RememberedResponses.Begin;
import dev.lastseat.application.port.RememberedResponses.Key;
import dev.lastseat.application.port.RememberedResponses.Response;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every memory of responses promises. */
public abstract class RememberedResponsesContract {
  protected static final Duration TTL = Duration.ofHours(24);
  private static final String PRINT = "a-fingerprint";
  private static final Key KEY = key("ada", 1);
  private static final Response CREATED =
      new Response(201, "/api/v1/bookings/1", "{\"name\":\"Zoë \\\"Z\\\"\",\n\"data\":{}} 🎫");

  private final TickingClock clock = new TickingClock();
  private RememberedResponses responses;

  /** Nothing is remembered yet; responses will be, for {@link #TTL} by the clock. */
  protected abstract RememberedResponses open(TickingClock clock);

  @BeforeEach
  void openResponses() {
    responses = open(clock);
  }

  @Test
  void the_first_request_of_a_key_goes_on_and_the_next_one_hears_that_it_is_under_way() {
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.New());
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.InFlight());
  }

  @Test
  void a_response_is_given_again_verbatim_as_often_as_asked_for() {
    responses.begin(KEY, PRINT);
    responses.complete(KEY, PRINT, CREATED);

    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.Done(CREATED));
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.Done(CREATED));
  }

  @Test
  void a_key_is_for_one_request_only() {
    responses.begin(KEY, PRINT);
    assertThat(responses.begin(KEY, "another")).isEqualTo(new Begin.Mismatch());

    responses.complete(KEY, PRINT, CREATED);
    assertThat(responses.begin(KEY, "another")).isEqualTo(new Begin.Mismatch());
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.Done(CREATED));
  }

  @Test
  void a_key_whose_request_failed_may_be_used_again_even_for_another_request() {
    responses.begin(KEY, PRINT);
    responses.abandon(KEY, PRINT);
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.New());

    responses.abandon(KEY, PRINT);
    assertThat(responses.begin(KEY, "another")).isEqualTo(new Begin.New());
  }

  @Test
  void two_users_may_choose_the_same_key_and_a_user_may_have_many() {
    responses.begin(KEY, PRINT);
    responses.complete(KEY, PRINT, CREATED);

    assertThat(responses.begin(key("bob", 1), "another")).isEqualTo(new Begin.New());
    assertThat(responses.begin(key("ada", 2), "another")).isEqualTo(new Begin.New());
    responses.abandon(key("bob", 1), "another");
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.Done(CREATED));
  }

  /** Or else a key would be lost for ever when the process ended in the midst of its request. */
  @Test
  void a_request_is_under_way_for_a_minute_at_most() {
    responses.begin(KEY, PRINT);
    clock.advance(Duration.ofSeconds(30));
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.InFlight());

    clock.advance(Duration.ofSeconds(31));
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.New());
  }

  @Test
  void a_request_that_ends_when_its_key_is_held_for_another_leaves_that_one_alone() {
    responses.begin(KEY, PRINT);
    clock.advance(Duration.ofSeconds(61));
    responses.begin(KEY, "another");

    responses.complete(KEY, PRINT, CREATED);
    assertThat(responses.begin(KEY, "another")).isEqualTo(new Begin.InFlight());
    responses.abandon(KEY, PRINT);
    assertThat(responses.begin(KEY, "another")).isEqualTo(new Begin.InFlight());
  }

  /** Of two that were sent under one key, the first may take so long that the second goes on. */
  @Test
  void a_response_stays_whatever_comes_of_a_request_like_it() {
    responses.begin(KEY, PRINT);
    responses.complete(KEY, PRINT, CREATED);

    responses.complete(KEY, PRINT, new Response(201, "/another", "{}"));
    responses.abandon(KEY, PRINT);

    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.Done(CREATED));
  }

  @Test
  void a_response_is_remembered_for_its_time_and_then_forgotten() {
    responses.begin(KEY, PRINT);
    responses.complete(KEY, PRINT, CREATED);
    clock.advance(TTL.minusSeconds(1));
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.Done(CREATED));

    clock.advance(Duration.ofSeconds(2));
    assertThat(responses.begin(KEY, PRINT)).isEqualTo(new Begin.New());
  }

  @Test
  void ending_a_request_that_was_forgotten_is_no_error() {
    responses.complete(key("ada", 8), PRINT, CREATED);
    responses.abandon(key("ada", 9), PRINT);

    assertThat(responses.begin(key("ada", 9), PRINT)).isEqualTo(new Begin.New());
  }

  @RepeatedTest(3)
  void of_many_requests_of_a_key_exactly_one_goes_on() {
    List<Begin> begun = Race.of(24, _ -> responses.begin(KEY, PRINT));

    assertThat(begun).filteredOn(new Begin.New()::equals).hasSize(1);
    assertThat(begun).filteredOn(new Begin.InFlight()::equals).hasSize(23);
  }

  private static Key key(String user, long number) {
    return new Key(new UserId(user), new IdempotencyKey(new UUID(0x4000, number)));
  }
}
