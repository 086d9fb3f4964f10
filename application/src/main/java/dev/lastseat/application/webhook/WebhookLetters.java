package dev.lastseat.application.webhook;

import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Optional;

/** Writes to owners that a webhook was disabled, unless it is enabled again. */
public record WebhookLetters(Webhooks webhooks, Users users) {
  public LetterWriter writer() {
    return new LetterWriter(Letter.Kind.WEBHOOK_DISABLED, this::write);
  }

  Writing write(String about, Instant since) {
    Optional<Webhook> webhook = webhooks.find(new WebhookId(about));
    Optional<User> owner = webhook.map(Webhook::owner).flatMap(users::find);
    if (webhook.isEmpty() || owner.isEmpty()) {
      return Withheld.NOBODY;
    }
    return webhook.get().isEnabled()
        ? new Withheld("the webhook is enabled again")
        : Addressed.to(owner.get(), letter(owner.get(), webhook.get(), since));
  }

  private static Letter letter(User owner, Webhook webhook, Instant since) {
    return new Letter.WebhookDisabled(owner.greeting(), webhook.url().toString(), since);
  }
}
