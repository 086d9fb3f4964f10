package dev.lastseat.http.user;

import dev.lastseat.application.user.ChangeRole;
import dev.lastseat.application.user.FindUser;
import dev.lastseat.application.user.SearchUsers;

/** What admins can do with the accounts of others. */
public record DirectoryUseCases(SearchUsers search, FindUser find, ChangeRole changeRole) {}
