package dev.lastseat.http.passkey;

import dev.lastseat.application.passkey.AddPasskey;
import dev.lastseat.application.passkey.LogInWithPasskey;
import dev.lastseat.application.passkey.OwnPasskeys;
import dev.lastseat.application.user.OwnProfile;
import dev.lastseat.domain.passkey.RelyingParty;

/** What can be done with passkeys, and whom they are for. */
public record PasskeyUseCases(
    AddPasskey add,
    LogInWithPasskey logIn,
    OwnPasskeys own,
    OwnProfile profile,
    RelyingParty shop) {}
