package dev.lastseat.http.webhook;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.DELIVERY;
import static dev.lastseat.http.request.Resource.WEBHOOK;

import dev.lastseat.application.webhook.ManageWebhooks;
import dev.lastseat.application.webhook.ManageWebhooks.Changes;
import dev.lastseat.application.webhook.ManageWebhooks.Outcome;
import dev.lastseat.application.webhook.Redeliver;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.domain.webhook.WebhookUrl;
import dev.lastseat.http.filter.SecurityLog;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Resource;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Webhooks, and what was told to them. */
public record WebhookRoutes(ManageWebhooks webhooks, Redeliver redeliver) {
  private static final String KEEP = "Keep the secret: it is not shown again.";

  public List<Route> routes() {
    return Stream.of(
            Route.post("/webhooks", Access.ORGANISER, this::create),
            Route.query("/webhooks", Access.ORGANISER, this::list),
            Route.get("/webhooks/{id}", Access.ORGANISER, this::find),
            Route.patch("/webhooks/{id}", Access.ORGANISER, this::change),
            Route.delete("/webhooks/{id}", Access.ORGANISER, this::remove),
            Route.post("/webhooks/{id}/rotate-secret", Access.ORGANISER, this::rotateSecret),
            Route.post("/webhooks/{id}/test", Access.ORGANISER, this::test),
            Route.query("/webhooks/{id}/deliveries", Access.ORGANISER, this::deliveries),
            Route.post("/webhooks/{id}/resend", Access.ORGANISER, this::resendSince),
            Route.post(
                "/webhooks/{id}/deliveries/{delivery}/resend", Access.ORGANISER, this::resend))
        .map(route -> route.scoped(Scope.WEBHOOKS))
        .toList();
  }

  private void create(Context context) {
    Fields body = RequestBodies.fields(context).require("url", "kinds");
    Optional<WebhookUrl> url = body.made("url", WebhookUrl::new);
    Set<FactKind> kinds = body.set("kinds", Webhook.KINDS.size(), Webhook::kind);
    UserId owner = userId(context);
    switch (body.requireGood(() -> webhooks.create(owner, url.orElseThrow(), kinds))) {
      case Outcome.Created(Webhook webhook) -> {
        SecurityLog.about(context, webhook.id().value());
        Responses.created(context, WebhookViews.WITH_SECRET.apply(webhook), KEEP);
      }
      case Outcome.TooMany _ ->
          throw Problem.conflict(
              "There may be %s webhooks of one user; remove one first."
                  .formatted(Webhook.MAX_PER_USER));
    }
  }

  private void list(Context context) {
    Principal viewer = principal(context);
    Query query = new Query(context);
    Optional<UserId> owner = query.ownUnlessAll(viewer.userId());
    Paging paging = Paging.of(query);
    Page<Webhook> page =
        webhooks.list(owner, paging.request(), viewer).orElseThrow(WebhookRoutes::forbidden);
    Responses.list(context, page, WebhookViews.WEBHOOK, paging, "Webhooks.");
  }

  private void find(Context context) {
    answer(context, webhooks.find(WEBHOOK.id(context), principal(context)));
  }

  private void change(Context context) {
    WebhookId id = WEBHOOK.id(context);
    Fields body = RequestBodies.fields(context);
    Optional<WebhookUrl> url = body.made("url", WebhookUrl::new);
    Optional<Set<FactKind>> kinds =
        Optional.of(body.set("kinds", Webhook.KINDS.size(), Webhook::kind))
            .filter(some -> !some.isEmpty());
    Changes changes = new Changes(url, kinds, body.flag("enabled"));
    Principal principal = principal(context);
    answer(context, body.requireGood(() -> webhooks.change(id, changes, principal)));
  }

  private static void answer(Context context, Optional<Webhook> webhook) {
    Webhook found = webhook.orElseThrow(WEBHOOK::notFound);
    Responses.ok(context, WebhookViews.WEBHOOK.apply(found), "The webhook.");
  }

  private void remove(Context context) {
    boolean found = webhooks.remove(WEBHOOK.id(context), principal(context));
    Responses.done(context, found, WEBHOOK);
  }

  private void rotateSecret(Context context) {
    Webhook webhook =
        webhooks
            .rotateSecret(WEBHOOK.id(context), principal(context))
            .orElseThrow(WEBHOOK::notFound);
    Responses.ok(context, WebhookViews.WITH_SECRET.apply(webhook), KEEP);
  }

  private void deliveries(Context context) {
    WebhookId id = WEBHOOK.id(context);
    Query query = new Query(context);
    Optional<Delivery.State> state = query.constant("state", Delivery.State.class);
    Paging paging = Paging.of(query);
    Page<Delivery> page =
        redeliver
            .list(id, state, paging.request(), principal(context))
            .orElseThrow(WEBHOOK::notFound);
    Responses.list(context, page, WebhookViews.DELIVERY, paging, "Deliveries.");
  }

  private void test(Context context) {
    queued(context, redeliver.test(WEBHOOK.id(context), principal(context)), WEBHOOK);
  }

  private void resend(Context context) {
    WebhookId id = WEBHOOK.id(context);
    DeliveryId delivery = DELIVERY.id(context, "delivery");
    queued(context, redeliver.one(id, delivery, principal(context)), DELIVERY);
  }

  private void resendSince(Context context) {
    WebhookId id = WEBHOOK.id(context);
    Fields body = RequestBodies.fields(context).require("since");
    Instant since = body.requireGood(body.instant("since"));
    queued(context, redeliver.since(id, since, principal(context)), WEBHOOK);
  }

  /** How many are on their way. */
  record Queued(int deliveries) {}

  private static void queued(Context context, Redeliver.Outcome outcome, Resource<?> what) {
    switch (outcome) {
      case Redeliver.Outcome.Queued(int deliveries) ->
          Responses.accepted(context, new Queued(deliveries), "They are on their way.");
      case Redeliver.Outcome.Unknown _ -> throw what.notFound();
      case Redeliver.Outcome.Disabled _ ->
          throw Problem.conflict("The webhook is disabled; enable it first.");
    }
  }

  private static Problem forbidden() {
    return Problem.forbidden("Other people's webhooks are for admins only.");
  }
}
