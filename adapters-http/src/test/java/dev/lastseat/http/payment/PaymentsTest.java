package dev.lastseat.http.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Refunds;
import dev.lastseat.domain.payment.Settlement;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentsTest extends ServerTest {
  private static final Purchase BOOKING = new Purchase.OfBooking(new BookingId("booking-1"));

  @Test
  void admins_see_which_money_has_to_go_back_and_which_nobody_knows_the_purpose_of() {
    Payment late = captured("pi_1", Optional.of(BOOKING));
    house.payments.add(late);
    house.payments.change(
        late, late.settled(new Settlement.RefundDue("Too late."), house.clock.instant()));
    house.payments.add(captured("pi_2", Optional.empty()));

    Reply due = list("?status=refund_due&since=2026-06-01");
    assertThat(due.json().at("/data")).hasSize(1);
    assertThat(due.text("/0/reference")).isEqualTo("pi_1");
    assertThat(due.text("/0/purchase")).isEqualTo("booking:booking-1");
    assertThat(due.text("/0/refundDue")).isEqualTo("Too late.");
    assertThat(due.text("/0/amount")).isEqualTo("12.5");
    assertThat(list("?status=unmatched").text("/0/reference")).isEqualTo("pi_2");
    assertThat(list("?status=announced&since=2026-06-01").json().at("/data")).isEmpty();
    assertThat(list("?since=2099-01-01").json().at("/data")).isEmpty();
    api("/payments?status=lost").as(admin()).get().is(400);
    api("/payments").as(token("anna")).get().is(403);
  }

  @Test
  void organisers_see_the_payments_of_an_event_of_theirs_and_no_others() {
    EventId opera = add(AnEvent.published("opera")).id();
    EventId jazz = new EventId("jazz");
    Event theirs = AnEvent.published("jazz").event();
    house.events.add(theirs.handOver(new UserId("other"), house.clock.instant()));
    house.payments.add(captured("pi_1", Optional.of(BOOKING)).about(List.of(opera)));
    house.payments.add(captured("pi_2", Optional.of(BOOKING)).about(List.of(opera, jazz)));
    house.payments.add(captured("pi_3", Optional.of(BOOKING)).about(List.of(jazz)));
    house.payments.add(captured("pi_4", Optional.empty()));
    String organiser = token(AnEvent.ORGANISER.value(), Role.ORGANISER);

    Reply first = api("/payments?eventId=opera&limit=1&cursor=").as(organiser).get().is(200);
    String next = first.json().at("/meta/nextCursor").asText();
    Reply last = api("/payments?eventId=opera&limit=1&cursor=" + next).as(organiser).get().is(200);
    assertThat(first.text("/0/reference")).isEqualTo("pi_2");
    assertThat(first.text("/0/eventIds/1")).isEqualTo("jazz");
    assertThat(last.text("/0/reference")).isEqualTo("pi_1");
    assertThat(last.json().at("/meta/hasNext").asBoolean()).isFalse();
    assertThat(list("?eventId=jazz").json().at("/data")).hasSize(2);
    for (String others : List.of("?eventId=jazz", "?eventId=none", "", "?status=unmatched")) {
      api("/payments" + others).as(organiser).get().isError(Code.AUTHORIZATION_ERROR);
    }
  }

  @Test
  void whoever_runs_the_event_records_once_by_name_what_went_back_and_no_more_than_was_taken() {
    Event event =
        add(AnEvent.published("event-1").terms(Terms.USUAL.confirmedBy(ConfirmedBy.SERVER)));
    String hold =
        book(token("anna"), "{'eventId':'%s','hold':true}".formatted(event.id().value()))
            .is(201)
            .text("/id");
    house.payments.add(
        captured("pi_1", Optional.of(new Purchase.OfBooking(new BookingId(hold))))
            .about(List.of(event.id())));
    String organiser = token(AnEvent.ORGANISER.value(), Role.ORGANISER);

    Reply first = refund(organiser, "re_1", "10").is(200);
    assertThat(first.text("/refunded")).isEqualTo("10.0");
    assertThat(refund(admin(), "re_1", "10").is(200).data()).isEqualTo(first.data());
    refund(organiser, "re_1", "9").isError(Code.REFERENCE_USED);
    refund(organiser, "re_2", "2.51").isError(Code.WRONG_AMOUNT);
    assertThat(refund(organiser, "re_2", "2.50").is(200).text("/status")).isEqualTo("refunded");
    refund(organiser, "re_3", "0.01").isError(Code.WRONG_AMOUNT);
    refund(organiser, "re_3", "0").isError(Code.VALIDATION_ERROR);

    refund(token("other", Role.ORGANISER), "re_3", "1").isError(Code.NOT_FOUND);
    refund(token("bob"), "re_3", "1").isError(Code.AUTHORIZATION_ERROR);
  }

  @Test
  void what_the_provider_told_by_that_name_of_another_amount_or_currency_is_not_recorded_as_ours() {
    Payment taken = captured("pi_1", Optional.empty());
    house.payments.add(taken);
    Payment told =
        taken
            .told(refunded("re_1", "100", "EUR"), house.clock.instant())
            .told(refunded("re_2", "5", "USD"), house.clock.instant());
    house.payments.change(taken, told);

    refund(admin(), "re_1", "5").isError(Code.REFERENCE_USED);
    refund(admin(), "re_2", "5").isError(Code.REFERENCE_USED);
    assertThat(house.payments.find(told.id())).contains(told);
    assertThat(refund(admin(), "re_3", "5").is(200).text("/refunded")).isEqualTo("5.0");
  }

  @Test
  void of_fifty_refunds_at_once_no_more_is_recorded_than_was_taken() {
    house.payments.add(captured("pi_1", Optional.empty()));
    String admin = admin();

    List<Reply> replies = Race.of(50, i -> refund(admin, "re_" + i, "1"));
    assertThat(replies).filteredOn(it -> it.status() == 200).hasSize(12);
    assertThat(replies).filteredOn(it -> it.status() == 409).hasSize(38);
    assertThat(list("").text("/0/refunded")).isEqualTo("12.0");
  }

  @Test
  void nobody_makes_the_record_of_a_payment_longer_and_longer() {
    Payment payment = captured("pi_1", Optional.empty());
    for (int i = 0; i < Refunds.MAX; i++) {
      payment = payment.told(refunded("re_" + i, "0.01", "EUR"), house.clock.instant());
    }
    house.payments.add(payment);

    refund(admin(), "re_7", "0.01").is(200);
    refund(admin(), "another", "0.01").isError(Code.CONFLICT);
  }

  private Reply refund(String token, String name, String amount) {
    return api("/payments/stripe/pi_1/refunds")
        .as(token)
        .send("POST", "{'refund':'%s','amount':%s,'currency':'EUR'}".formatted(name, amount));
  }

  private Reply list(String query) {
    return api("/payments" + query).as(admin()).get().is(200);
  }

  private static ProviderEvent.Refunded refunded(String name, String amount, String currency) {
    return new ProviderEvent.Refunded(
        new PaymentId("stripe", "pi_1"),
        name,
        Money.ofMajor(new BigDecimal(amount), Money.currency(currency)));
  }

  private Payment captured(String reference, Optional<Purchase> purchase) {
    Money money = Money.ofMajor(new BigDecimal("12.50"), Money.currency("EUR"));
    PaymentId id = new PaymentId("stripe", reference);
    return Payment.first(
        new ProviderEvent.Moved(id, ProviderState.CAPTURED, money, purchase),
        house.clock.instant());
  }
}
