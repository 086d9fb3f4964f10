package dev.lastseat.graphql;

import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Period;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.Sender;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** Events, found and shown. */
record EventFields(FindEvent events) {
  private static final String AVAILABILITY = "availability";

  /** The longest venue that is looked for. */
  private static final int MAX_VENUE = 200;

  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        query -> query.dataFetcher("events", this::search).dataFetcher("event", this::find));
    new Fields<Event>("Event")
        .field("id", event -> event.id().value())
        .field("organiserId", event -> event.organiser().value())
        .field("name", event -> event.details().name())
        .field("date", event -> event.details().date())
        .field("timeZone", event -> event.details().schedule().zone().getId())
        .field("doorsAt", event -> event.details().schedule().doors())
        .field("endsAt", event -> event.details().schedule().ends())
        .field("salesFrom", event -> event.details().schedule().salesFrom())
        .field("salesUntil", event -> event.details().schedule().salesUntil())
        .field("venue", event -> event.details().venue())
        .field("totalTickets", event -> event.details().totalTickets())
        .field("price", event -> event.details().price().major())
        .field("currency", event -> event.details().price().currency().getCurrencyCode())
        .field("maxTicketsPerUser", event -> event.details().maxTicketsPerUser())
        .field("status", event -> event.status().word())
        .addTo(wiring);
    wiring.type(
        "Event",
        event ->
            event
                .dataFetcher("bookable", shown(one -> one.notBookable().isEmpty()))
                .dataFetcher("notBookableReason", shown(one -> one.notBookable().map(Enum::name)))
                .dataFetcher("availability", shown(EventWithAvailability::availability)));
  }

  /** What counts the tickets of all events that a request asks about at once. */
  DataLoaderRegistry loaders(Sender sender) {
    DataLoader<Event, EventWithAvailability> loader =
        DataLoaderFactory.newDataLoader(asked -> counted(asked, sender));
    return DataLoaderRegistry.newRegistry().register(AVAILABILITY, loader).build();
  }

  private CompletionStage<List<EventWithAvailability>> counted(List<Event> asked, Sender sender) {
    sender.requireTime();
    return CompletableFuture.completedFuture(events.withAvailability(asked));
  }

  private static graphql.schema.DataFetcher<?> shown(
      Function<EventWithAvailability, @Nullable Object> value) {
    return environment ->
        loader(environment)
            .load(Objects.requireNonNull(environment.<Event>getSource()))
            .thenApply(value);
  }

  /** An event whose tickets have been counted already. */
  private static Event known(EventWithAvailability shown, DataFetchingEnvironment environment) {
    loader(environment).prime(shown.event(), shown);
    return shown.event();
  }

  private static DataLoader<Event, EventWithAvailability> loader(
      DataFetchingEnvironment environment) {
    DataLoader<Event, EventWithAvailability> loader = environment.getDataLoader(AVAILABILITY);
    if (loader == null) {
      throw new IllegalStateException("each request has a loader of its own");
    }
    return loader;
  }

  private Connection<Event> search(DataFetchingEnvironment environment) {
    var viewer = Sender.of(environment).anybody(Scope.EVENTS_READ);
    Arguments arguments = new Arguments(environment.getArguments());
    EventQuery query = query(arguments, Connection.wanted(environment));
    EventQuery.When when =
        arguments.constant("when", EventQuery.When.class).orElse(EventQuery.When.UPCOMING);
    Page<EventWithAvailability> page = events.search(query, when, viewer);
    return Connection.of(page.map(event -> known(event, environment)), environment);
  }

  private static EventQuery query(Arguments arguments, PageRequest page) {
    return new EventQuery(
        arguments.constants("status", EventStatus.class),
        arguments.made("organiserId", UserId::new),
        new Period(
            arguments.optional("dateFrom"),
            arguments.optional("dateTo"),
            Optional.empty(),
            Optional.empty()),
        arguments.made("venue", venue -> Text.require("venue", venue, MAX_VENUE)),
        arguments.made("search", SearchWords::of),
        arguments.made("currency", Money::currency),
        arguments.optional("minPrice"),
        arguments.optional("maxPrice"),
        arguments.constant("sortBy", EventQuery.Sort.class).orElse(EventQuery.Sort.DATE),
        !arguments.<String>optional("sortOrder").filter("desc"::equals).isPresent(),
        page);
  }

  private Event find(DataFetchingEnvironment environment) {
    var viewer = Sender.of(environment).anybody(Scope.EVENTS_READ);
    EventId id = new Arguments(environment.getArguments()).requiredMade("id", EventId::new);
    return events
        .handle(id, viewer)
        .map(found -> known(found, environment))
        .orElseThrow(() -> GraphqlProblem.notFound("The event"));
  }
}
