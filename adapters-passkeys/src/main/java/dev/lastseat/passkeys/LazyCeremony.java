package dev.lastseat.passkeys;

import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ceremony that is made when somebody first needs it. */
final class LazyCeremony implements PasskeyCeremony {
  private final Supplier<PasskeyCeremony> make;
  private @Nullable PasskeyCeremony made;

  LazyCeremony(Supplier<PasskeyCeremony> make) {
    this.make = make;
  }

  @Override
  public Optional<Made> checkRegistration(Registration answer) {
    return ceremony().checkRegistration(answer);
  }

  @Override
  public Optional<Signed> checkLogIn(LogIn answer, Optional<Passkey> passkey) {
    return ceremony().checkLogIn(answer, passkey);
  }

  private synchronized PasskeyCeremony ceremony() {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}
