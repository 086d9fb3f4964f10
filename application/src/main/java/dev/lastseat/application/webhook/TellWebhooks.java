package dev.lastseat.application.webhook;

import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.port.store.Webhooks;
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

/**
 * Makes deliveries of facts: one for each webhook that wants the kind and whose owner runs the
 * event, or all of them, at that moment. The id of a delivery is made of both, so that facts that
 * come again are told once.
 */
public final class TellWebhooks implements FactConsumer {
  private final Webhooks webhooks;
  private final Users users;
  private final Events events;
  private final Bookings bookings;
  private final DeliveryQueue queue;

  public TellWebhooks(
      Webhooks webhooks, Users users, Events events, Bookings bookings, DeliveryQueue queue) {
    this.webhooks = webhooks;
    this.users = users;
    this.events = events;
    this.bookings = bookings;
    this.queue = queue;
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public void handle(List<RecordedFact> facts) {
    List<Webhook> listening = webhooks.listening();
    Map<UserId, Role> owners = owners(listening);
    for (RecordedFact fact : facts) {
      List<Webhook> wanting = listening.stream().filter(it -> wants(it, fact.fact())).toList();
      if (!wanting.isEmpty()) {
        event(fact.fact()).ifPresent(event -> tell(fact, event, wanting, owners));
      }
    }
  }

  /** Those who may still hear of anything. */
  private Map<UserId, Role> owners(List<Webhook> listening) {
    Set<UserId> ids = listening.stream().map(Webhook::owner).collect(Collectors.toSet());
    return ids.stream()
        .flatMap(id -> users.find(id).stream())
        .filter(it -> it.role().atLeast(Role.ORGANISER))
        .collect(Collectors.toMap(User::id, User::role));
  }

  private static boolean wants(Webhook webhook, Fact fact) {
    return FactKind.of(fact.kind()).filter(webhook.kinds()::contains).isPresent();
  }

  /** That it is about, which may be deleted. */
  private Optional<Event> event(Fact fact) {
    String id = fact.stream().id();
    Optional<EventId> event =
        fact.stream().type().equals(StreamId.EVENT)
            ? Optional.of(new EventId(id))
            : bookings.find(new BookingId(id)).map(it -> it.details().eventId());
    return event.flatMap(it -> events.findAll(List.of(it)).values().stream().findFirst());
  }

  private void tell(
      RecordedFact fact, Event event, List<Webhook> wanting, Map<UserId, Role> owners) {
    Payload payload = Payload.of(fact, event.id());
    for (Webhook webhook : wanting) {
      Optional<Role> role = Optional.ofNullable(owners.get(webhook.owner()));
      boolean runsAll = role.filter(it -> it.atLeast(Role.ADMIN)).isPresent();
      if (runsAll || (role.isPresent() && event.organiser().equals(webhook.owner()))) {
        queue.tell(webhook, fact.fact().id(), payload);
      }
    }
  }
}
