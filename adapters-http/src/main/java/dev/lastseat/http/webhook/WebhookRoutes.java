package dev.lastseat.http.webhook;

import dev.lastseat.application.webhook.ManageWebhooks.Changes;
import dev.lastseat.application.webhook.ManageWebhooks.Outcome;
import dev.lastseat.application.webhook.Redeliver;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.domain.webhook.WebhookUrl;
import dev.lastseat.http.filter.SecurityLog;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Webhooks, and what was told to them. */
public record WebhookRoutes(WebhookUseCases webhooks) {
  private static final String WEBHOOK = "The webhook";
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
    body.requireGood();
    var owner = RequestContext.principal(context).userId();
    Optional<Outcome> outcome =
        body.attempt(() -> webhooks.manage().create(owner, url.orElseThrow(), kinds));
    body.requireGood();
    switch (outcome.orElseThrow()) {
      case Outcome.Created(Webhook webhook) -> {
        SecurityLog.about(context, webhook.id().value());
        Responses.json(context, 201, Envelope.success(WebhookViews.withSecret(webhook), KEEP));
      }
      case Outcome.TooMany _ ->
          throw Problem.of(
              Code.CONFLICT,
              "There may be %s webhooks of one user; remove one first."
                  .formatted(Webhook.MAX_PER_USER));
    }
  }

  private void list(Context context) {
    Principal viewer = RequestContext.principal(context);
    Query query = new Query(context);
    boolean all = query.flag("all").orElse(false);
    Paging paging = Paging.of(query);
    query.requireGood();
    Page<Webhook> page =
        all
            ? webhooks.manage().all(viewer, paging.request()).orElseThrow(WebhookRoutes::forbidden)
            : webhooks.manage().own(viewer, paging.request());
    Responses.list(context, page, WebhookViews::listed, paging, "Webhooks.");
  }

  private void find(Context context) {
    answer(context, webhooks.manage().find(id(context), RequestContext.principal(context)));
  }

  private void change(Context context) {
    WebhookId id = id(context);
    Fields body = RequestBodies.fields(context);
    Optional<WebhookUrl> url = body.made("url", WebhookUrl::new);
    Optional<Set<FactKind>> kinds =
        Optional.of(body.set("kinds", Webhook.KINDS.size(), Webhook::kind))
            .filter(some -> !some.isEmpty());
    Changes changes = new Changes(url, kinds, body.flag("enabled"));
    body.requireGood();
    Principal principal = RequestContext.principal(context);
    Optional<Optional<Webhook>> changed =
        body.attempt(() -> webhooks.manage().change(id, changes, principal));
    body.requireGood();
    answer(context, changed.orElseThrow());
  }

  private static void answer(Context context, Optional<Webhook> webhook) {
    Webhook found = webhook.orElseThrow(() -> Problem.notFound(WEBHOOK));
    Responses.json(context, 200, Envelope.success(WebhookViews.listed(found), "The webhook."));
  }

  private void remove(Context context) {
    if (!webhooks.manage().remove(id(context), RequestContext.principal(context))) {
      throw Problem.notFound(WEBHOOK);
    }
    Responses.nothing(context, 204);
  }

  private void rotateSecret(Context context) {
    Webhook webhook =
        webhooks
            .manage()
            .rotateSecret(id(context), RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound(WEBHOOK));
    Responses.json(context, 200, Envelope.success(WebhookViews.withSecret(webhook), KEEP));
  }

  private void deliveries(Context context) {
    WebhookId id = id(context);
    Query query = new Query(context);
    Optional<Delivery.State> state =
        query.constant("state", Delivery.State.values(), WebhookViews::word);
    Paging paging = Paging.of(query);
    query.requireGood();
    Page<Delivery> page =
        webhooks
            .redeliver()
            .list(id, state, paging.request(), RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound(WEBHOOK));
    Responses.list(context, page, WebhookViews::delivery, paging, "Deliveries.");
  }

  private void test(Context context) {
    queued(
        context,
        webhooks.redeliver().test(id(context), RequestContext.principal(context)),
        WEBHOOK);
  }

  private void resend(Context context) {
    WebhookId id = id(context);
    DeliveryId delivery = delivery(context);
    queued(
        context,
        webhooks.redeliver().one(id, delivery, RequestContext.principal(context)),
        "The delivery");
  }

  private void resendSince(Context context) {
    WebhookId id = id(context);
    Fields body = RequestBodies.fields(context).require("since");
    Optional<Instant> since = body.instant("since");
    body.requireGood();
    queued(
        context,
        webhooks.redeliver().since(id, since.orElseThrow(), RequestContext.principal(context)),
        WEBHOOK);
  }

  /** How many are on their way. */
  record Queued(int deliveries) {}

  private static void queued(Context context, Redeliver.Outcome outcome, String what) {
    switch (outcome) {
      case Redeliver.Outcome.Queued(int deliveries) ->
          Responses.json(
              context, 202, Envelope.success(new Queued(deliveries), "They are on their way."));
      case Redeliver.Outcome.Unknown _ -> throw Problem.notFound(what);
      case Redeliver.Outcome.Disabled _ ->
          throw Problem.of(Code.CONFLICT, "The webhook is disabled; enable it first.");
    }
  }

  private static WebhookId id(Context context) {
    return Route.id(context, WEBHOOK, WebhookId::new);
  }

  private static DeliveryId delivery(Context context) {
    try {
      return new DeliveryId(context.pathParam("delivery"));
    } catch (InvalidValue nothing) {
      throw Problem.notFound("The delivery");
    }
  }

  private static Problem forbidden() {
    return Problem.of(Code.AUTHORIZATION_ERROR, "Other people's webhooks are for admins only.");
  }
}
