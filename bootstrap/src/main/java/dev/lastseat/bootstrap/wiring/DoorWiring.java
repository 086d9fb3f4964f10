package dev.lastseat.bootstrap.wiring;

import dev.lastseat.application.bookingmail.ResendTickets;
import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.ticket.NameVisitor;
import dev.lastseat.application.ticket.ReissueTicket;
import dev.lastseat.application.ticket.ShowTickets;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.application.ticket.TicketsInName;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.secrets.SigningKeys;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.http.checkin.CheckinUseCases;
import dev.lastseat.http.ticket.TicketUseCases;
import dev.lastseat.security.SecurityAdapters;
import dev.lastseat.tickets.TicketAdapters;
import java.security.SecureRandom;
import java.time.Clock;

/** What visitors bring to the door, and what becomes of them there. */
record DoorWiring(TicketCodes codes, TicketUseCases tickets, CheckinUseCases checkins) {

  static DoorWiring of(
      Settings settings,
      Secrets secrets,
      Store store,
      SaleWiring sale,
      MailQueue mails,
      Clock clock,
      SecureRandom random) {
    SignedCodes signed = new SignedCodes(SigningKeys.ofTickets(secrets), store.events());
    TicketCodes codes =
        new TicketCodes(
            store.tickets(),
            SecurityAdapters.tokenHasher(secrets.ticket()),
            signed,
            settings.security().ticketCodes());
    ShowTickets show = new ShowTickets(sale.bookings().find(), codes);
    CheckinLists lists = new CheckinLists(store.checkins(), store.events(), clock, random);
    return new DoorWiring(
        codes,
        new TicketUseCases(
            show,
            new ReissueTicket(show, store.tickets(), codes, clock),
            new NameVisitor(show, store.tickets(), clock),
            new ResendTickets(sale.bookings().find(), mails),
            signed,
            new TicketsInName(
                store.users(), store.tickets(), store.bookings(), sale.bookings().find(), codes),
            TicketAdapters.codeImages()),
        new CheckinUseCases(
            lists,
            new CheckIn(lists, store.bookings(), codes, store.checkins(), clock),
            new OfflineBundle(lists, store.facts(), store.bookings(), codes, store.checkins())));
  }
}
