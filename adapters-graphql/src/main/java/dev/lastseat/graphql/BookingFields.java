package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BuyerContact;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.Sender;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bookings, found and shown. */
record BookingFields(GraphqlUseCases.Bookings bookings) {
  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        query -> query.dataFetcher("bookings", this::list).dataFetcher("booking", this::find));
    new Fields<BookingWithEvent>("Booking")
        .field("id", of(details -> details.id().value()))
        .field("eventId", of(details -> details.eventId().value()))
        .field("userId", of(details -> details.userId().value()))
        .field("orderId", of(details -> details.order().map(OrderId::value)))
        .field("ticketNumber", of(details -> details.ticketNumber().value()))
        .field("quantity", of(details -> details.quantity().tickets()))
        .field("places", shown -> shown.booking().places())
        .field("status", shown -> BookingStatus.of(shown.booking()).word())
        .field("unitPrice", of(details -> details.unitPrice().major()))
        .field("totalPrice", of(details -> details.totalPrice().major()))
        .field("currency", of(details -> details.unitPrice().currency().getCurrencyCode()))
        .field("bookingDate", of(BookingDetails::bookedAt))
        .field("expiresAt", shown -> shown.booking().heldUntil())
        .field("confirmedAt", shown -> shown.booking().boughtAt())
        .field(
            "cancelledAt", shown -> shown.booking().cancelled().map(Booking.Cancelled::cancelledAt))
        .field(
            "cancellationReason",
            shown -> shown.booking().cancelled().map(it -> it.reason().text()))
        .field("returns", shown -> GivenBack.of(shown.booking()))
        .field("total", shown -> shown.booking().totals())
        .field("seller", of(details -> details.sale().map(it -> it.seller().value())))
        .field("contingent", of(BookingDetails::contingent))
        .addTo(wiring);
    new Fields<GivenBack>("Return")
        .field("tickets", it -> it.what().tickets())
        .field("refund", it -> it.what().refund(it.unitPrice()).major())
        .field("fee", it -> it.what().fee().major())
        .field("returnedAt", it -> it.what().at())
        .addTo(wiring);
    new Fields<BuyerContact>("Buyer")
        .field("id", buyer -> buyer.id().value())
        .field("email", buyer -> buyer.email().map(Email::value))
        .addTo(wiring);
  }

  private static Function<BookingWithEvent, @Nullable Object> of(
      Function<BookingDetails, @Nullable Object> value) {
    return shown -> value.apply(shown.booking().details());
  }

  /** Tickets that were given back together, and what each had cost. */
  private record GivenBack(Return what, Money unitPrice) {
    static List<GivenBack> of(Booking booking) {
      Money unitPrice = booking.details().unitPrice();
      return booking.returns().list().stream().map(one -> new GivenBack(one, unitPrice)).toList();
    }
  }

  private Connection<BookingWithEvent> list(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    Arguments arguments = new Arguments(environment.getArguments());
    BookingQuery query =
        new BookingQuery(
            Optional.of(Set.of(sender.userId())),
            arguments.constant("status", BookingStatus.class),
            arguments.made("eventId", EventId::new),
            Optional.empty(),
            arguments.optional("dateFrom"),
            arguments.optional("dateTo"),
            Connection.wanted(environment));
    return switch (bookings.list().handle(query, Optional.empty(), sender)) {
      case ListBookings.Outcome.Listed(var page) -> Connection.of(page, environment);
      case ListBookings.Outcome.Forbidden _, ListBookings.Outcome.TooManyBuyers _ ->
          throw new IllegalStateException("everybody may list their own");
    };
  }

  private BookingWithEvent find(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    BookingId id = new Arguments(environment.getArguments()).requiredMade("id", BookingId::new);
    return bookings
        .find()
        .handle(id, sender)
        .orElseThrow(() -> GraphqlProblem.notFound("The booking"));
  }
}
