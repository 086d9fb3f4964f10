package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.domain.webhook.WebhookUrl;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of webhooks promises. */
public abstract class WebhooksContract {
  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Instant NOW = TickingClock.START;
  private static final Optional<UserId> EVERYBODY = Optional.empty();

  private Webhooks webhooks;

  /** An empty store; called before each test. */
  protected abstract Webhooks open();

  @BeforeEach
  void openWebhooks() {
    webhooks = open();
  }

  @Test
  void a_webhook_is_found_as_it_was_added_whatever_state_it_is_in() {
    Webhook plain = AWebhook.of(ADA, "plain");
    Webhook all = AWebhook.of(BOB, "all").of(Webhook.KINDS);
    List<Webhook> every =
        List.of(
            plain,
            all.rotated(AWebhook.OTHER_SECRET, NOW),
            AWebhook.of(ADA, "failing").missed(NOW.plusSeconds(1)),
            AWebhook.of(ADA, "gone").disabled(Reason.GONE, NOW.plusSeconds(2)));

    every.forEach(webhooks::add);

    assertThat(every).allSatisfy(it -> assertThat(webhooks.find(it.id())).contains(it));
    assertThat(webhooks.find(new WebhookId("unknown"))).isEmpty();
    assertThat(webhooks.find(new WebhookId("PLAIN"))).isEmpty();
  }

  @Test
  void webhooks_come_newest_first_those_of_a_user_or_of_everybody() {
    Webhook first = add(AWebhook.of(ADA, "b", NOW));
    Webhook twin = add(AWebhook.of(ADA, "c", NOW));
    Webhook last = add(AWebhook.of(ADA, "a", NOW.plusSeconds(1)));
    Webhook bobs = add(AWebhook.of(BOB, "d", NOW.plusSeconds(2)));

    Page<Webhook> hers = webhooks.list(Optional.of(ADA), PageRequest.FIRST);

    assertThat(hers.items()).containsExactly(last, twin, first);
    assertThat(hers.total()).contains(3L);
    assertThat(webhooks.list(EVERYBODY, PageRequest.FIRST).items())
        .containsExactly(bobs, last, twin, first);
    Page<Webhook> beginning = page(Optional.empty());
    assertThat(beginning.items()).containsExactly(bobs, last, twin);
    assertThat(page(beginning.next()).items()).containsExactly(first);
  }

  @Test
  void the_webhooks_of_a_user_are_counted_and_those_of_nobody_else() {
    add(AWebhook.of(ADA, "one"));
    add(AWebhook.of(ADA, "two"));
    add(AWebhook.of(BOB, "three"));

    assertThat(webhooks.count(ADA)).isEqualTo(2);
    assertThat(webhooks.count(new UserId("nobody"))).isZero();
  }

  @Test
  void those_listen_whose_owners_have_not_disabled_them() {
    Webhook enabled = add(AWebhook.of(ADA, "enabled"));
    Webhook failing = add(AWebhook.of(ADA, "failing").disabled(Reason.FAILING, NOW));
    add(AWebhook.of(ADA, "off").disabled(Reason.OWNER, NOW));

    assertThat(webhooks.listening()).containsExactlyInAnyOrder(enabled, failing);
  }

  @Test
  void a_change_changes_all_there_is_and_one_of_nothing_nothing() {
    Webhook webhook = add(AWebhook.of(ADA, "hook"));
    WebhookUrl elsewhere = new WebhookUrl("https://example.com/elsewhere");
    Webhook wanted =
        webhook
            .at(elsewhere)
            .of(EnumSet.of(FactKind.EVENT_CHANGED, FactKind.BOOKING_HELD))
            .rotated(AWebhook.OTHER_SECRET, NOW)
            .missed(NOW);

    assertThat(webhooks.change(webhook.id(), _ -> wanted)).contains(wanted);
    assertThat(webhooks.find(webhook.id())).contains(wanted);
    assertThat(webhooks.change(webhook.id(), Webhook::reached).map(Webhook::state))
        .contains(Webhook.State.FRESH);
    assertThat(webhooks.change(new WebhookId("unknown"), it -> it)).isEmpty();
  }

  @RepeatedTest(3)
  void of_changes_at_once_none_is_lost() {
    Webhook webhook = add(AWebhook.of(ADA, "hook").of(EnumSet.of(FactKind.EVENT_CHANGED)));
    FactKind[] kinds = FactKind.values();

    Race.of(8, i -> webhooks.change(webhook.id(), it -> it.of(with(it, kinds[i]))));

    assertThat(webhooks.find(webhook.id()).orElseThrow().kinds()).contains(Arrays.copyOf(kinds, 8));
  }

  @Test
  void a_webhook_is_removed_once_and_is_not_found_after() {
    Webhook webhook = add(AWebhook.of(ADA, "hook"));
    Webhook other = add(AWebhook.of(ADA, "other"));

    assertThat(webhooks.remove(webhook.id())).isTrue();
    assertThat(webhooks.remove(webhook.id())).isFalse();
    assertThat(webhooks.find(webhook.id())).isEmpty();
    assertThat(webhooks.find(other.id())).contains(other);
  }

  private static EnumSet<FactKind> with(Webhook webhook, FactKind kind) {
    EnumSet<FactKind> kinds = EnumSet.copyOf(webhook.kinds());
    kinds.add(kind);
    return kinds;
  }

  private Webhook add(Webhook webhook) {
    webhooks.add(webhook);
    return webhook;
  }

  private Page<Webhook> page(Optional<Position> after) {
    return webhooks.list(EVERYBODY, new PageRequest.After(after, 3));
  }
}
