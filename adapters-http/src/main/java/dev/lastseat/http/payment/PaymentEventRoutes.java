package dev.lastseat.http.payment;

import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.MoneyFields;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The inbox of what providers tell of payments (Standard Webhooks 1.0). Nothing of a body is read
 * before it is known who has signed it.
 */
public record PaymentEventRoutes(PaymentUseCases payments, RateLimits limits) {
  private static final String PREFIX = "payment.";
  private static final String REFUNDED = PREFIX + "refunded";
  private static final List<String> TYPES =
      Stream.concat(
              Arrays.stream(ProviderState.values()).map(PaymentEventRoutes::type),
              Stream.of(REFUNDED))
          .toList();
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  public List<Route> routes() {
    return List.of(Route.post("/payments/events", Access.OPEN, this::receive));
  }

  private static String type(ProviderState state) {
    return PREFIX + state.word();
  }

  private void receive(Context context) {
    byte[] body = RequestBodies.json(context);
    String provider = signer(context, body);
    String id = PaymentId.requireReference("webhook-id", header(context, "webhook-id"));
    payments.receive().handle(id, event(provider, Fields.of(Json.object(body))));
    Responses.nothing(context, 204);
  }

  private String signer(Context context, byte[] body) {
    String id = header(context, "webhook-id");
    String signatures = header(context, "webhook-signature");
    return at(header(context, "webhook-timestamp"))
        .flatMap(at -> payments.receive().signer(id, at, body, signatures))
        .orElseThrow(
            () -> {
              limits.takeMore(context, 1);
              return Problem.unauthenticated("No provider has signed this just now.");
            });
  }

  private static String header(Context context, String name) {
    return Optional.ofNullable(context.header(name)).orElse("");
  }

  private static Optional<Instant> at(String seconds) {
    return SECONDS.matcher(seconds).matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private static ProviderEvent event(String provider, Fields body) {
    body.require("type", "data");
    var _ = body.instant("timestamp"); // the order in which things happened makes no difference
    Optional<String> type = body.choice("type", TYPES);
    return body.requireGood(
        body.object(
            "data",
            data ->
                type.equals(Optional.of(REFUNDED))
                    ? refunded(provider, data)
                    : moved(provider, type, data)));
  }

  private static Optional<ProviderEvent> refunded(String provider, Fields data) {
    data.require("reference", "refund", "amount", "currency");
    Optional<PaymentId> payment = data.made("reference", it -> new PaymentId(provider, it));
    return PaymentRoutes.refund(data, payment).map(it -> it);
  }

  private static Optional<ProviderEvent> moved(
      String provider, Optional<String> type, Fields data) {
    data.require("reference", "amount", "currency");
    Optional<PaymentId> payment = data.made("reference", it -> new PaymentId(provider, it));
    Optional<Money> amount = MoneyFields.read(data);
    Optional<Purchase> purchase = data.made("purchase", Purchase::parse);
    return data.composed(
        () ->
            new ProviderEvent.Moved(
                payment.orElseThrow(),
                ProviderState.of(type.orElseThrow().substring(PREFIX.length())),
                amount.orElseThrow(),
                purchase));
  }
}
