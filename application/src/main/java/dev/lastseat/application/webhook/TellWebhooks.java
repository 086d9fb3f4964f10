package dev.lastseat.application.webhook;

import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Payload;
import dev.lastseat.domain.webhook.Webhook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes deliveries of facts: one for each webhook that wants the kind and whose owner runs the
 * event, or all of them, at that moment. The id of a delivery is made of both, so that facts that
 * come again are told once.
 */
public record TellWebhooks(Webhooks webhooks, Users users, Subjects subjects, DeliveryQueue queue)
    implements FactConsumer {
  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public void handle(List<RecordedFact> facts) {
    List<Webhook> listening = webhooks.listening();
    List<RecordedFact> wanted =
        facts.stream()
            .filter(fact -> listening.stream().anyMatch(it -> wants(it, fact.fact())))
            .toList();
    if (!wanted.isEmpty()) {
      Map<UserId, Role> owners = owners(listening);
      Map<StreamId, List<Event>> about = subjects.of(streams(wanted));
      queue.tell(
          wanted.stream()
              .flatMap(
                  fact -> {
                    List<Event> events = about.getOrDefault(fact.fact().stream(), List.of());
                    return messages(fact, events, listening, owners);
                  })
              .toList());
    }
  }

  private static Set<StreamId> streams(List<RecordedFact> facts) {
    return facts.stream().map(it -> it.fact().stream()).collect(Collectors.toSet());
  }

  /** Those who may still hear of anything. */
  private Map<UserId, Role> owners(List<Webhook> listening) {
    Set<UserId> ids = listening.stream().map(Webhook::owner).collect(Collectors.toSet());
    return users.findAll(ids).values().stream()
        .filter(it -> it.role().atLeast(Role.ORGANISER))
        .collect(Collectors.toMap(User::id, User::role));
  }

  private static boolean wants(Webhook webhook, Fact fact) {
    return FactKind.of(fact.kind()).filter(webhook.kinds()::contains).isPresent();
  }

  private static Stream<DeliveryQueue.Telling> messages(
      RecordedFact fact, List<Event> events, List<Webhook> listening, Map<UserId, Role> owners) {
    return listening.stream()
        .filter(it -> wants(it, fact.fact()))
        .flatMap(
            it ->
                payload(fact, events, it.owner(), owners)
                    .map(message -> new DeliveryQueue.Telling(it, fact.fact().id(), message))
                    .stream());
  }

  /** By the first of the events that the owner runs; of a payment for nothing, admins hear too. */
  private static Optional<Payload> payload(
      RecordedFact fact, List<Event> events, UserId owner, Map<UserId, Role> owners) {
    Optional<Role> role = Optional.ofNullable(owners.get(owner));
    boolean isAdmin = role.filter(it -> it.atLeast(Role.ADMIN)).isPresent();
    if (isAdmin && events.isEmpty() && fact.fact().stream().type().equals(StreamId.PAYMENT)) {
      return Optional.of(Payload.of(fact, Optional.empty()));
    }
    return events.stream()
        .filter(it -> isAdmin || (role.isPresent() && it.organiser().equals(owner)))
        .findFirst()
        .map(it -> Payload.of(fact, Optional.of(it.id())));
  }
}
