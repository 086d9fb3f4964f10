package dev.lastseat.passkeys;

import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import java.net.URI;
import java.util.Locale;

/** Makes the adapter of this module, and says what browsers call a shop. */
public final class PasskeyAdapters {
  private PasskeyAdapters() {}

  /** Where the shop is, without the path, and the port only where it is not the usual one. */
  public static RelyingParty relyingParty(URI shop) {
    String scheme = shop.getScheme();
    String host = shop.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    String port = shop.getPort() < 0 || shop.getPort() == usual ? "" : ":" + shop.getPort();
    return new RelyingParty(host, scheme + "://" + host + port);
  }

  /** Costs nothing until it is asked for the first time. */
  public static PasskeyCeremony ceremony(RelyingParty shop) {
    return new LazyCeremony(() -> new WebAuthnCeremony(shop));
  }
}
