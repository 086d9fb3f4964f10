package dev.lastseat.http.user;

import dev.lastseat.application.user.ChangeRole;
import dev.lastseat.application.user.FindUsers;

/** What admins can do with the accounts of others. */
public record DirectoryUseCases(FindUsers find, ChangeRole changeRole) {}
