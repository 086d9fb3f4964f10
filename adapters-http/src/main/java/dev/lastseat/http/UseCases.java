package dev.lastseat.http;

import dev.lastseat.application.analytics.ReportSales;
import dev.lastseat.application.apikey.ManageApiKeys;
import dev.lastseat.application.audit.ProveFacts;
import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.job.ManageJobs;
import dev.lastseat.application.user.ManageUsers;
import dev.lastseat.application.webhook.ManageWebhooks;
import dev.lastseat.application.webhook.Redeliver;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import dev.lastseat.http.checkin.CheckinUseCases;
import dev.lastseat.http.event.EventUseCases;
import dev.lastseat.http.graphql.GraphqlEndpoint;
import dev.lastseat.http.passkey.PasskeyUseCases;
import dev.lastseat.http.payment.PaymentUseCases;
import dev.lastseat.http.ticket.TicketUseCases;
import dev.lastseat.http.user.UserUseCases;
import java.util.Optional;

/**
 * All that can be done, by resource.
 *
 * @param graphql the same in GraphQL, where that is wanted
 */
public record UseCases(
    UserUseCases users,
    ManageUsers directory,
    PasskeyUseCases passkeys,
    ManageApiKeys apiKeys,
    EventUseCases events,
    BookingUseCases bookings,
    OrderUseCases orders,
    TicketUseCases tickets,
    CheckinUseCases checkins,
    PaymentUseCases payments,
    ReadFacts facts,
    ReportSales analytics,
    ManageWebhooks webhooks,
    Redeliver redeliver,
    ManageJobs jobs,
    ProveFacts audit,
    Optional<GraphqlEndpoint> graphql) {}
