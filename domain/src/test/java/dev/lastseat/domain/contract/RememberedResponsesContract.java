package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.port.RememberedResponses;
import dev.lastseat.domain.port.RememberedResponses.Begin;
import dev.lastseat.domain.port.RememberedResponses.Key;
import dev.lastseat.domain.port.RememberedResponses.Response;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every memory of responses promises, as long as it does not forget. */
public abstract class RememberedResponsesContract {
  private static final Key KEY = new Key(new UserId("ada"), ABooking.key(1));
  private static final Response RESPONSE =
      new Response(201, "/api/v1/bookings/1", "{\"name\":\"Søn – 東京 🎟\\n\"}");

  private RememberedResponses responses;

  /** An empty memory; called before each test. */
  protected abstract RememberedResponses open();

  @BeforeEach
  void openResponses() {
    responses = open();
  }

  @Test
  void a_key_is_new_once_and_in_flight_from_then_on() {
    assertThat(responses.begin(KEY, "print")).isEqualTo(new Begin.New());
    assertThat(responses.begin(KEY, "print")).isEqualTo(new Begin.InFlight());
  }

  @Test
  void the_response_of_a_completed_request_is_remembered_to_the_letter() {
    responses.begin(KEY, "print");
    responses.complete(KEY, RESPONSE);

    assertThat(responses.begin(KEY, "print")).isEqualTo(new Begin.Done(RESPONSE));
    assertThat(responses.begin(KEY, "print")).isEqualTo(new Begin.Done(RESPONSE));
  }

  @Test
  void an_abandoned_key_may_be_used_again_for_anything() {
    responses.begin(KEY, "print");
    responses.abandon(KEY);

    assertThat(responses.begin(KEY, "other print")).isEqualTo(new Begin.New());
  }

  @Test
  void another_request_under_the_key_is_a_mismatch_in_flight_and_after() {
    responses.begin(KEY, "print");
    assertThat(responses.begin(KEY, "other print")).isEqualTo(new Begin.Mismatch());
    responses.complete(KEY, RESPONSE);
    assertThat(responses.begin(KEY, "other print")).isEqualTo(new Begin.Mismatch());
    assertThat(responses.begin(KEY, "print")).isEqualTo(new Begin.Done(RESPONSE));
  }

  @Test
  void other_users_and_other_keys_are_other_keys() {
    responses.begin(KEY, "print");
    Key ofBob = new Key(new UserId("bob"), KEY.value());
    Key another = new Key(KEY.user(), ABooking.key(2));

    assertThat(responses.begin(ofBob, "print")).isEqualTo(new Begin.New());
    assertThat(responses.begin(another, "print")).isEqualTo(new Begin.New());
  }

  @RepeatedTest(3)
  void of_many_requests_with_one_key_exactly_one_goes_on() {
    List<Begin> answers = Race.of(16, _ -> responses.begin(KEY, "print"));

    assertThat(answers).containsOnlyOnce(new Begin.New());
    assertThat(answers).containsOnly(new Begin.New(), new Begin.InFlight());
  }
}
