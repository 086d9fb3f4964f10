package dev.lastseat.passkeys;

import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.PasskeyCeremony;

/** Makes the adapter of this module. */
public final class PasskeyAdapters {
  private PasskeyAdapters() {}

  /** Costs nothing until it is asked for the first time. */
  public static PasskeyCeremony ceremony(RelyingParty shop) {
    return new LazyCeremony(() -> new WebAuthnCeremony(shop));
  }
}
