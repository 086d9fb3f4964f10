package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.hunt.Request.ListPayments;
import dev.lastseat.bootstrap.hunt.Request.ListSold;
import dev.lastseat.bootstrap.hunt.Request.ListUnsettled;
import dev.lastseat.bootstrap.hunt.Request.Pay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever was paid bought one thing or has to go back, and whatever was sold was paid once. What
 * was told and is not settled yet is not judged.
 */
final class MoneyIsWhere implements Check {
  @Override
  public Stream<Violation> violations(History history) {
    Set<String> told =
        pays(history, _ -> true)
            .map(one -> ((Pay) one.request()).reference())
            .collect(Collectors.toSet());
    List<JsonNode> payments =
        listed(history, ListPayments.class)
            .filter(it -> told.contains(it.path("reference").asText())) // and not in another round
            .toList();
    Set<String> sold =
        listed(history, ListSold.class)
            .map(booking -> "booking:" + booking.path("id").asText())
            .collect(Collectors.toSet());
    return Stream.of(
            isSettled(history) ? forgotten(history, payments) : Stream.<Violation>of(),
            payments.stream()
                .filter(it -> it.has("pays") && !sold.contains(it.path("pays").asText()))
                .map(it -> violation(history, it, "pays what is not sold")),
            payments.stream()
                .filter(it -> it.has("pays") && it.path("amount").asInt() != Till.PRICE)
                .map(it -> violation(history, it, "is not the price of what it pays")),
            twice(payments).map(it -> violation(history, it, "pays what another one pays")),
            unpaid(history, payments, sold))
        .flatMap(found -> found);
  }

  private static Stream<JsonNode> listed(History history, Class<? extends Request> list) {
    return history.exchanges().stream()
        .filter(one -> list.isInstance(one.request()))
        .flatMap(one -> one.data().valueStream());
  }

  /** Whether the last look found nothing that was still to be done. */
  private static boolean isSettled(History history) {
    List<Exchange> looks =
        history.exchanges().stream().filter(one -> one.request() instanceof ListUnsettled).toList();
    int all = ListUnsettled.PATHS.size();
    return looks.size() >= all
        && looks.subList(looks.size() - all, looks.size()).stream()
            .allMatch(one -> one.succeeded() && one.data().isEmpty());
  }

  private static Stream<Violation> forgotten(History history, List<JsonNode> payments) {
    Set<String> known =
        payments.stream().map(it -> it.path("reference").asText()).collect(Collectors.toSet());
    return pays(history, pay -> !known.contains(pay.reference()))
        .filter(Exchange::succeeded)
        .map(one -> new Violation("money was forgotten", List.of(one)));
  }

  private static Stream<JsonNode> twice(List<JsonNode> payments) {
    Map<String, JsonNode> first = new HashMap<>();
    return payments.stream()
        .filter(it -> it.has("pays") && first.put(it.path("pays").asText(), it) != null);
  }

  private static Stream<Violation> unpaid(
      History history, List<JsonNode> payments, Set<String> sold) {
    Set<String> paid =
        payments.stream().map(it -> it.path("pays").asText()).collect(Collectors.toSet());
    return isSettled(history)
        ? sold.stream()
            .filter(booking -> !paid.contains(booking))
            .map(
                booking ->
                    new Violation(
                        "%s is sold, and nothing pays it".formatted(booking),
                        pays(history, pay -> booking.endsWith(pay.booking())).toList()))
        : Stream.of();
  }

  private static Violation violation(History history, JsonNode payment, String what) {
    String reference = payment.path("reference").asText();
    return new Violation(
        "payment %s %s".formatted(payment, what),
        pays(history, pay -> pay.reference().equals(reference)).toList());
  }

  private static Stream<Exchange> pays(History history, Predicate<Pay> which) {
    return history.exchanges().stream()
        .filter(one -> one.request() instanceof Pay pay && which.test(pay));
  }
}
