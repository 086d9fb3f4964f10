package dev.lastseat.http.user;

import dev.lastseat.application.bookingmail.HoldReminders;
import dev.lastseat.application.user.AccountMails;
import dev.lastseat.application.user.ResetPassword;
import dev.lastseat.application.user.VerifyEmail;

/** What can be done with mails to users. */
public record MailedUseCases(
    AccountMails mails, VerifyEmail verify, ResetPassword reset, HoldReminders reminders) {}
