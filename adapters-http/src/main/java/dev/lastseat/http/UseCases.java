package dev.lastseat.http;

import dev.lastseat.application.job.DeadJobs;
import dev.lastseat.http.apikey.ApiKeyUseCases;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import dev.lastseat.http.event.EventUseCases;
import dev.lastseat.http.passkey.PasskeyUseCases;
import dev.lastseat.http.user.DirectoryUseCases;
import dev.lastseat.http.user.UserUseCases;

/** All that can be done, by resource. */
public record UseCases(
    UserUseCases users,
    DirectoryUseCases directory,
    PasskeyUseCases passkeys,
    ApiKeyUseCases apiKeys,
    EventUseCases events,
    BookingUseCases bookings,
    OrderUseCases orders,
    DeadJobs jobs) {}
