package dev.lastseat.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Settlement;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellWebhooksTest {
  private final Hooks hooks = new Hooks();
  private final Event event = AnEvent.published("event-1").event();

  @BeforeEach
  void open() {
    hooks.user("organiser", Role.ORGANISER);
    hooks.user("rival", Role.ORGANISER);
    hooks.user("boss", Role.ADMIN);
    hooks.events.add(event);
    hooks.tell(); // nobody listens yet
  }

  @Test
  void those_who_run_the_event_are_told_and_no_other_organiser() {
    Webhook own = webhook("organiser");
    Webhook rivals = webhook("rival");
    Webhook everything = webhook("boss");

    Booking booking = book();
    hooks.tell();
    hooks.run();

    assertThat(hooks.sentTo(own))
        .containsExactly(
            """
            {"type":"booking.confirmed","timestamp":"%s","data":{"id":"%s","version":1,\
            "sequence":5,"eventId":"event-1","status":"confirmed"}}\
            """
                .formatted(TickingClock.START, booking.id().value()));
    assertThat(hooks.sentTo(everything)).isEqualTo(hooks.sentTo(own));
    assertThat(hooks.sentTo(rivals)).isEmpty();
  }

  @Test
  void facts_that_come_again_are_told_once() {
    Webhook own = webhook("organiser");
    book();
    hooks.tell();
    hooks.tellAll();

    hooks.run();

    assertThat(hooks.sentTo(own)).hasSize(1);
    assertThat(hooks.deliveriesTo(own)).hasSize(1);
  }

  @Test
  void of_a_crowd_of_facts_all_are_looked_up_and_kept_at_once() {
    Webhook own = webhook("organiser");
    webhook("boss");
    for (int place = 1; place <= 20; place++) {
      hooks.bookings.record(
          ABooking.of(event.id(), place).by("buyer-" + place).at(TickingClock.START).confirmed());
    }
    hooks.calls.clear();

    hooks.tell();

    assertThat(hooks.deliveriesTo(own)).hasSize(20);
    assertThat(hooks.calls)
        .containsExactly(
            "Webhooks.listening",
            "Users.findAll",
            "Bookings.findAll",
            "Events.findAll",
            "Deliveries.addAll",
            "Jobs.addAll");
  }

  @Test
  void that_money_has_to_go_back_is_told_to_whoever_sold_for_it_and_to_admins() {
    Webhook own = webhook("organiser", FactKind.PAYMENT_REFUND_DUE);
    Webhook rivals = webhook("rival", FactKind.PAYMENT_REFUND_DUE);
    Webhook everything = webhook("boss", FactKind.PAYMENT_REFUND_DUE);
    Booking booking = book();
    Payment payment =
        Payment.first(
                new ProviderEvent.Moved(
                    new PaymentId("stripe", "pi_1"),
                    ProviderState.CAPTURED,
                    booking.details().totalPrice(),
                    Optional.of(new Purchase.OfBooking(booking.id()))),
                TickingClock.START)
            .about(List.of(booking.details().eventId()));
    hooks.payments.add(payment);
    hooks.payments.change(
        payment, payment.settled(new Settlement.RefundDue("Too late."), TickingClock.START));

    hooks.tell();
    hooks.run();

    assertThat(hooks.sentTo(own))
        .singleElement()
        .asString()
        .contains("payment.refund_due", "\"id\":\"stripe:pi_1\"", "\"eventId\":\"event-1\"");
    assertThat(hooks.sentTo(everything)).isEqualTo(hooks.sentTo(own));
    assertThat(hooks.sentTo(rivals)).isEmpty();
  }

  @Test
  void of_money_that_nobody_said_what_it_is_for_admins_hear_alone() {
    Webhook own = webhook("organiser", FactKind.PAYMENT_REFUNDED);
    Webhook everything = webhook("boss", FactKind.PAYMENT_REFUNDED);
    Money money = Money.ofMajor(BigDecimal.ONE, Money.currency("EUR"));
    hooks.payments.add(
        Payment.first(
            new ProviderEvent.Refunded(new PaymentId("stripe", "pi_2"), "re_1", money),
            TickingClock.START));

    hooks.tell();
    hooks.run();

    assertThat(hooks.sentTo(everything)).singleElement().asString().doesNotContain("eventId");
    assertThat(hooks.sentTo(own)).isEmpty();
  }

  @Test
  void what_a_webhook_does_not_want_it_is_not_told() {
    Webhook other = AWebhook.of(AnEvent.ORGANISER, "other").of(Set.of(FactKind.EVENT_DELETED));
    hooks.webhooks.add(other);
    book();

    hooks.tell();

    assertThat(hooks.deliveriesTo(other)).isEmpty();
  }

  @Test
  void that_an_event_was_deleted_is_told_too() {
    Webhook own = AWebhook.of(AnEvent.ORGANISER, "own").of(Webhook.KINDS);
    hooks.webhooks.add(own);
    hooks.events.delete(event, hooks.clock.instant());

    hooks.tell();

    assertThat(hooks.deliveriesTo(own)).extracting(Delivery::kind).containsExactly("event.deleted");
  }

  @Test
  void whoever_is_no_organiser_any_more_is_told_nothing() {
    Webhook own = webhook("organiser");
    hooks.users.changeRole(AnEvent.ORGANISER, Role.USER, TickingClock.START);
    book();

    hooks.tell();

    assertThat(hooks.deliveriesTo(own)).isEmpty();
  }

  @Test
  void what_happens_while_it_is_disabled_for_its_failures_can_be_told_later() {
    Webhook own = webhook("organiser");
    hooks.webhooks.change(own.id(), it -> it.disabled(Reason.FAILING, hooks.clock.instant()));
    book();
    hooks.tell();
    hooks.run();
    assertThat(hooks.sentTo(own)).isEmpty();

    hooks.webhooks.change(own.id(), Webhook::enabled);
    assertThat(hooks.queue.againSince(own, TickingClock.START)).isEqualTo(1);
    hooks.run();

    assertThat(hooks.sentTo(own)).hasSize(1);
  }

  @Test
  void what_happens_while_its_owner_has_it_disabled_is_not_told_at_all() {
    Webhook own = webhook("organiser");
    hooks.webhooks.change(own.id(), it -> it.disabled(Reason.OWNER, hooks.clock.instant()));
    book();

    hooks.tell();

    assertThat(hooks.deliveriesTo(own)).isEmpty();
  }

  @Test
  void what_was_told_is_forgotten_after_thirty_days() {
    Webhook own = webhook("organiser");
    book();
    hooks.tell();

    hooks.clock.advance(Duration.ofDays(30));
    hooks.queue.forgetOld();
    assertThat(hooks.deliveriesTo(own)).hasSize(1);
    hooks.clock.advance(Duration.ofMillis(1));
    hooks.queue.forgetOld();

    assertThat(hooks.deliveriesTo(own)).isEmpty();
  }

  private Webhook webhook(String owner) {
    return add(AWebhook.of(new UserId(owner), "of-" + owner));
  }

  private Webhook webhook(String owner, FactKind kind) {
    return add(AWebhook.of(new UserId(owner), "of-" + owner).of(Set.of(kind)));
  }

  private Webhook add(Webhook webhook) {
    hooks.webhooks.add(webhook);
    return webhook;
  }

  private Booking book() {
    Booking.Live booking = ABooking.of(event.id(), 1).at(TickingClock.START).confirmed();
    hooks.bookings.record(booking);
    return booking;
  }
}
