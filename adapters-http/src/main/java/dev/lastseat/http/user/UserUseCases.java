package dev.lastseat.http.user;

import dev.lastseat.application.accountdata.EraseAccount;
import dev.lastseat.application.accountdata.ExportAccount;
import dev.lastseat.application.session.LogIn;
import dev.lastseat.application.session.ManageSessions;
import dev.lastseat.application.session.RefreshSession;
import dev.lastseat.application.user.ChangePassword;
import dev.lastseat.application.user.ManageProfile;
import dev.lastseat.application.user.RegisterUser;

/** What can be done with accounts and sessions. */
public record UserUseCases(
    RegisterUser register,
    LogIn logIn,
    RefreshSession refresh,
    ManageSessions sessions,
    MailedUseCases mailed,
    ChangePassword changePassword,
    ManageProfile profile,
    ExportAccount export,
    EraseAccount erase) {}
