package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.port.Courier.Answer.Responded;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.domain.webhook.WebhookUrl;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody who brings messages promises. */
public abstract class CourierContract {
  private static final WebhookSecret SECRET = WebhookSecret.random(new Random(1));

  private Courier courier;

  /** One that may go to {@link #receiver()}; called before each test. */
  protected abstract Courier open();

  /** Where somebody answers whatever {@link #answer} said last. */
  protected abstract WebhookUrl receiver();

  protected abstract void answer(int status);

  /** The id and the body of each message that arrived, with a blank between them. */
  protected abstract List<String> arrived();

  @BeforeEach
  void openCourier() {
    courier = open();
  }

  @Test
  void a_message_arrives_as_it_is_and_is_taken() {
    answer(204);

    assertThat(courier.deliver(message("msg-1", "{\"ü\":1}")))
        .isInstanceOfSatisfying(Responded.class, it -> assertThat(it.isTaken()).isTrue());
    assertThat(arrived()).containsExactly("msg-1 {\"ü\":1}");
  }

  @Test
  void a_message_that_is_sent_again_has_the_same_id() {
    answer(500);
    courier.deliver(message("msg-1", "{}"));
    courier.deliver(message("msg-1", "{}"));

    assertThat(arrived()).containsExactly("msg-1 {}", "msg-1 {}");
  }

  @Test
  void what_is_not_2xx_is_not_taken_and_410_is_for_ever() {
    answer(302);
    assertThat(courier.deliver(message("msg-1", "{}")))
        .isInstanceOfSatisfying(Responded.class, it -> assertThat(it.isTaken()).isFalse());
    answer(410);
    assertThat(courier.deliver(message("msg-2", "{}")))
        .isInstanceOfSatisfying(Responded.class, it -> assertThat(it.isGone()).isTrue());
  }

  private Message message(String id, String body) {
    return new Message(id, receiver(), List.of(SECRET), body);
  }
}
