package dev.lastseat.http;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.CancelBooking;
import dev.lastseat.application.booking.ConfirmBooking;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.FindOrder;
import dev.lastseat.application.booking.ListBookings;
import dev.lastseat.application.booking.PlaceOrder;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.SearchEvents;
import dev.lastseat.application.user.FindUser;
import dev.lastseat.application.user.LogIn;
import dev.lastseat.application.user.LogOut;
import dev.lastseat.application.user.RefreshSession;
import dev.lastseat.application.user.RegisterUser;

/** All that can be done, by resource. */
public record UseCases(
    Users users, EventReads eventReads, EventWrites eventWrites, Bookings bookings, Orders orders) {
  public record Users(
      RegisterUser register, LogIn logIn, RefreshSession refresh, LogOut logOut, FindUser find) {}

  public record EventReads(SearchEvents search, FindEvent find) {}

  public record EventWrites(CreateEvent create, EventEditor editor) {}

  public record Bookings(
      BookTickets book,
      FindBooking find,
      ListBookings list,
      ConfirmBooking confirm,
      CancelBooking cancel) {}

  public record Orders(PlaceOrder place, FindOrder find) {}
}
