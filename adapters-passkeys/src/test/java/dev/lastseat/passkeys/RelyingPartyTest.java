package dev.lastseat.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.passkey.RelyingParty;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelyingPartyTest {
  @ParameterizedTest
  @CsvSource({
    "https://shop.example.com, shop.example.com, https://shop.example.com",
    "https://Shop.Example.com/tickets, shop.example.com, https://shop.example.com",
    "https://shop.example.com:443, shop.example.com, https://shop.example.com",
    "https://shop.example.com:8443, shop.example.com, https://shop.example.com:8443",
    "http://localhost:80, localhost, http://localhost",
    "http://localhost:8080, localhost, http://localhost:8080"
  })
  void a_shop_is_known_by_its_host_and_its_origin_as_browsers_write_them(
      URI shop, String id, String origin) {
    assertThat(PasskeyAdapters.relyingParty(shop)).isEqualTo(new RelyingParty(id, origin));
  }
}
