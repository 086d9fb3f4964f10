package dev.lastseat.http.request;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * What paths name.
 *
 * @param name as a sentence begins with it
 * @param make the identifier; throws {@link InvalidValue} where the text is none
 */
public record Resource<I>(String name, Function<String, I> make) {
  public static final Resource<ApiKeyId> API_KEY = new Resource<>("The API key", ApiKeyId::new);
  public static final Resource<BookingId> BOOKING = new Resource<>("The booking", BookingId::new);
  public static final Resource<DeliveryId> DELIVERY =
      new Resource<>("The delivery", DeliveryId::new);
  public static final Resource<EventId> EVENT = new Resource<>("The event", EventId::new);
  public static final Resource<JobId> JOB = new Resource<>("The job", JobId::new);
  public static final Resource<CheckinListId> LIST = new Resource<>("The list", CheckinListId::new);
  public static final Resource<OrderId> ORDER = new Resource<>("The order", OrderId::new);
  public static final Resource<PasskeyId> PASSKEY = new Resource<>("The passkey", PasskeyId::new);
  public static final Resource<String> SESSION = new Resource<>("The session", id -> id);
  public static final Resource<UserId> USER = new Resource<>("The user", UserId::new);
  public static final Resource<WebhookId> WEBHOOK = new Resource<>("The webhook", WebhookId::new);

  /** The identifier in the path, {@code {id}} there. */
  public I id(Context context) {
    return id(context, "id");
  }

  /** One of several in the path. What cannot be an identifier names nothing. */
  public I id(Context context, String parameter) {
    try {
      return make.apply(context.pathParam(parameter));
    } catch (InvalidValue nothing) {
      throw notFound();
    }
  }

  public Problem notFound() {
    return Problem.notFound(name);
  }
}
