package dev.lastseat.http.passkey;

import dev.lastseat.application.passkey.AddPasskey;
import dev.lastseat.application.passkey.LogInWithPasskey;
import dev.lastseat.application.passkey.ManagePasskeys;
import dev.lastseat.application.user.ManageProfile;
import dev.lastseat.domain.passkey.RelyingParty;

/** What can be done with passkeys, and whom they are for. */
public record PasskeyUseCases(
    AddPasskey add,
    LogInWithPasskey logIn,
    ManagePasskeys own,
    ManageProfile profile,
    RelyingParty shop) {}
