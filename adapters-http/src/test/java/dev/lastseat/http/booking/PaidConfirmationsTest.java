package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Confirmations with the payment for what is held. */
class PaidConfirmationsTest extends ServerTest {
  private String anna = "";
  private String shop = "";

  @BeforeEach
  void open() {
    Terms terms = Terms.USUAL.confirmedBy(ConfirmedBy.SERVER);
    add(AnEvent.published("play").terms(terms));
    add(AnEvent.published("film").terms(terms));
    anna = token("anna");
    shop = token(AnEvent.ORGANISER.value(), Role.ORGANISER);
  }

  private String held() {
    Reply held = book(anna, "{'eventId':'play','quantity':2}").is(201);
    assertThat(held.text("/status")).isEqualTo("pending");
    return "/bookings/" + held.text("/id") + "/confirm";
  }

  private Reply confirm(String path, String payment) {
    return api(path).as(shop).send("PATCH", payment.isEmpty() ? "" : "{'payment':" + payment + "}");
  }

  private static String payment(String reference, String amount, String currency) {
    return "{'provider':'stripe','reference':'%s','amount':%s,'currency':'%s'}"
        .formatted(reference, amount, currency);
  }

  @Test
  void a_booking_is_confirmed_with_the_exact_payment_as_often_as_it_is_told() {
    String path = held();
    confirm(path, "").isError(Code.PAYMENT_NEEDED);
    assertThat(
            confirm(path, payment("pi_1", "49.99", "EUR"))
                .isError(Code.WRONG_AMOUNT)
                .json()
                .toString())
        .contains("The booking costs 50.00 EUR.", "payment.amount");
    assertThat(
            confirm(path, payment("pi_1", "50", "USD"))
                .isError(Code.WRONG_AMOUNT)
                .json()
                .toString())
        .contains("payment.currency");
    assertThat(house.payments.find(new PaymentId("stripe", "pi_1"))).isEmpty();

    Reply paid = confirm(path, payment("pi_1", "50", "EUR")).is(200);
    assertThat(paid.text("/status")).isEqualTo("confirmed");
    assertThat(confirm(path, payment("pi_1", "50.00", "EUR")).is(200).data())
        .isEqualTo(paid.data());
    confirm(path, "").is(200);
  }

  @Test
  void a_reference_is_used_once_and_a_second_payment_has_to_go_back() {
    String first = held();
    confirm(first, payment("pi_1", "50", "EUR")).is(200);

    assertThat(
            confirm(held(), payment("pi_1", "50", "EUR"))
                .isError(Code.REFERENCE_USED)
                .json()
                .toString())
        .contains("payment.reference");
    confirm(first, payment("pi_2", "50", "EUR")).isError(Code.REFUND_DUE);
    confirm(first, payment("pi_2", "50", "EUR")).isError(Code.REFUND_DUE);
  }

  @Test
  void a_payment_that_comes_too_late_buys_another_booking_in_its_place() {
    String path = held();
    house.clock.advance(ABooking.HOLD);

    Reply paid = confirm(path, payment("pi_1", "50", "EUR")).is(200);
    assertThat(paid.text("/status")).isEqualTo("confirmed");
    assertThat(path).doesNotContain(paid.text("/id"));
    assertThat(confirm(path, payment("pi_1", "50", "EUR")).is(200).data()).isEqualTo(paid.data());
  }

  @Test
  void an_order_is_confirmed_with_one_payment_for_all_of_it() {
    String items = "{'items':[{'eventId':'play','quantity':1},{'eventId':'film','quantity':1}]}";
    String path = "/orders/" + order(anna, items).is(201).text("/id") + "/confirm";

    confirm(path, "").isError(Code.PAYMENT_NEEDED);
    confirm(path, payment("pi_1", "25", "EUR")).isError(Code.WRONG_AMOUNT);
    Reply paid = confirm(path, payment("pi_1", "50", "EUR")).is(200);
    assertThat(paid.data().path("bookings").findValuesAsText("status")).containsOnly("confirmed");
  }

  @Test
  void only_those_who_run_the_event_say_what_was_paid() {
    String body = "{'payment':" + payment("pi_1", "50", "EUR") + "}";
    String path = held();

    api(path).as(anna).send("PATCH", body).isError(Code.AUTHORIZATION_ERROR);
    api(path).as(token("ben")).send("PATCH", body).isError(Code.NOT_FOUND);
    api("/bookings/none/confirm").as(shop).send("PATCH", body).isError(Code.NOT_FOUND);
  }

  @Test
  void each_field_of_a_payment_that_is_wrong_is_named() {
    String path = held();

    assertThat(confirm(path, "{}").isError(Code.VALIDATION_ERROR).json().toString())
        .contains("payment.provider", "payment.reference", "payment.amount", "payment.currency");
    assertThat(
            confirm(path, "{'provider':'Stripe','reference':'a b','amount':-1,'currency':'E'}")
                .isError(Code.VALIDATION_ERROR)
                .json()
                .toString())
        .contains("payment.provider", "payment.amount", "payment.currency");
    assertThat(
            confirm(path, payment("a b", "1.001", "EUR"))
                .isError(Code.VALIDATION_ERROR)
                .json()
                .toString())
        .contains("payment.reference", "payment.amount", "at most 2 decimals");
    assertThat(confirm(path, "[]").isError(Code.VALIDATION_ERROR).json().toString())
        .contains("payment", "must be an object");
  }
}
