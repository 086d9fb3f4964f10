package dev.lastseat.http.job;

import dev.lastseat.application.job.DeadJobs;
import dev.lastseat.domain.job.DeadJob;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.Times;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was given up, and another try. */
public final class JobRoutes {
  private final DeadJobs jobs;

  public JobRoutes(DeadJobs jobs) {
    this.jobs = jobs;
  }

  /** Those that can be asked for. */
  private enum State {
    DEAD;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code about} is what whoever does it must know: of a mail, its letter and whom it concerns.
   */
  record JobView(
      String id,
      String kind,
      String about,
      int attempts,
      String reason,
      String since,
      String givenUpAt) {
    static JobView of(DeadJob dead) {
      return new JobView(
          dead.job().id().value(),
          dead.job().kind(),
          dead.job().payload(),
          dead.attempts(),
          dead.reason(),
          Times.text(dead.job().since()),
          Times.text(dead.givenUpAt()));
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.query("/jobs", Access.ADMIN, this::list),
        Route.post("/jobs/{id}/retry", Access.ADMIN, this::retry));
  }

  private void list(Context context) {
    Query query = new Query(context);
    Optional<State> _ = query.constant("state", State.values(), State::word);
    Paging paging = Paging.of(query);
    query.requireGood();
    var page = jobs.list(paging.request());
    Responses.list(context, page, JobView::of, paging, "Jobs that were given up.");
  }

  private void retry(Context context) {
    if (!jobs.retry(Route.id(context, "The job", JobId::new))) {
      throw Problem.notFound("The job");
    }
    Responses.nothing(context, 204);
  }
}
