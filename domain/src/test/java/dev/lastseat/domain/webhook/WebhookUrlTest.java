package dev.lastseat.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com:443/hooks?to=tickets%20sold",
        "http://example.com:80/",
        "https://example.com:1024",
        "https://example.com:65535",
        "https://93.184.215.14/",
        "https://[2606:4700::1111]:8443/a"
      })
  void a_plain_url_is_taken_as_it_is(String url) {
    assertThat(new WebhookUrl(url).value()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "HTTPS://example.com",
        "https://user@example.com",
        "https://user:password@example.com",
        "https://example.com#fragment",
        "https://exam ple.com",
        "https://example.com\\@evil.com",
        "https://bücher.example",
        "https://example.com/\r\nHost: evil.com",
        "https://example.com:22",
        "https://example.com:1023",
        "https://example.com:65536",
        "https://2130706433",
        "https://0x7f000001",
        "https://0177.0.0.1",
        "https://127.1",
        "https://256.0.0.1",
        "https://127.0.0.1.",
        "https://example.0x7f",
        "https://[::1"
      })
  void a_url_that_could_be_read_in_two_ways_or_leads_to_other_services_is_refused(String url) {
    assertThatThrownBy(() -> new WebhookUrl(url))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("url must");
  }

  @Test
  void a_url_of_more_than_1000_characters_is_refused() {
    String url = "https://example.com/" + "x".repeat(980);
    assertThat(new WebhookUrl(url).value()).hasSize(1_000);
    assertThatThrownBy(() -> new WebhookUrl(url + "x")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void what_is_asked_for_shows_in_no_log() {
    assertThat(new WebhookUrl("https://example.com/a?key=secret"))
        .hasToString("https://example.com/a?…");
  }
}
