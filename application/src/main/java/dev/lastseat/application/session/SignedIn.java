package dev.lastseat.application.session;

import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.user.User;

/** A user with the tokens that prove it. */
public record SignedIn(User user, AccessToken accessToken, RefreshToken refreshToken) {}
