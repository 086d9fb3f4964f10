package dev.lastseat.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.api.Times;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What was given up, as admins see it. */
class JobsTest extends ServerTest {
  @Test
  void an_admin_sees_why_a_mail_was_given_up_and_has_it_sent_again() {
    giveUp("mail-1");
    Reply list = api("/jobs?state=dead").as(admin()).get().is(200);

    assertThat(list.text("/0/id")).isEqualTo("mail-1");
    assertThat(list.text("/0/kind")).isEqualTo("mail");
    assertThat(list.text("/0/about")).isEqualTo("password-changed ada");
    assertThat(list.text("/0/reason")).isEqualTo("550 no such user");
    assertThat(list.json().at("/meta/total").asInt()).isEqualTo(1);

    api("/jobs/mail-1/retry").as(admin()).send("POST", "").is(204);
    api("/jobs/mail-1/retry").as(admin()).send("POST", "").isError(Code.NOT_FOUND);
    assertThat(api("/jobs").as(admin()).get().is(200).json().at("/meta/total").asInt()).isZero();
  }

  @Test
  void what_waits_and_runs_is_shown_by_kind_with_the_time_that_comes_next() {
    Instant now = house.clock.instant();
    house.jobs.add(new Job(new JobId("mail-1"), "mail", "", now));
    house.jobs.claim("mail", 1, now, new Lease("x", now.plusSeconds(65)));
    house.jobs.add(new Job(new JobId("mail-2"), "mail", "", now.plusSeconds(9)));
    house.jobs.add(new Job(new JobId("hook-1"), "webhook", "", now));

    Reply waiting = api("/jobs?state=waiting&kind=mail").as(admin()).get().is(200);
    assertThat(waiting.json().at("/meta/total").asInt()).isEqualTo(1);
    assertThat(waiting.text("/0/id")).isEqualTo("mail-2");
    assertThat(waiting.text("/0/state")).isEqualTo("waiting");
    assertThat(waiting.text("/0/dueAt")).isEqualTo(Times.text(now.plusSeconds(9)));
    Reply running = api("/jobs?state=running").as(admin()).get().is(200);
    assertThat(running.text("/0/id")).isEqualTo("mail-1");
    assertThat(running.text("/0/leaseUntil")).isEqualTo(Times.text(now.plusSeconds(65)));
  }

  @Test
  void all_of_a_kind_are_tried_again_by_one_request() {
    giveUp("mail-1");
    giveUp("mail-2");

    Reply none = api("/jobs/retry").as(admin()).send("POST", "{\"kind\":\"webhook\"}").is(200);
    assertThat(none.json().at("/data/jobs").asInt()).isZero();
    Reply both = api("/jobs/retry").as(admin()).send("POST", "{\"kind\":\"mail\"}").is(200);
    assertThat(both.json().at("/data/jobs").asInt()).isEqualTo(2);
    assertThat(api("/jobs").as(admin()).get().is(200).json().at("/meta/total").asInt()).isZero();
    api("/jobs/retry").as(admin()).send("POST", "{'kind':''}").isError(Code.VALIDATION_ERROR);
    assertThat(
            api("/jobs/retry")
                .as(admin())
                .send("POST", "{}")
                .isError(Code.VALIDATION_ERROR)
                .fields())
        .containsExactly("kind");
  }

  @Test
  void no_address_is_shown() {
    Instant now = house.clock.instant();
    house.jobs.add(new Job(new JobId("a"), "mail", "verify-email ada ada@example.com", now));
    var claimed = house.jobs.claim("mail", 1, now, new Lease("x", now.plusSeconds(1)));
    house.jobs.giveUp(claimed.getFirst(), "550 <ada@example.com>: no such user", now);

    Reply list = api("/jobs").as(admin()).get().is(200);
    assertThat(list.text("/0/about")).isEqualTo("verify-email ada (an address)");
    assertThat(list.json().toString()).doesNotContain("@");
  }

  @Test
  void what_is_no_state_and_no_job_is_named() {
    assertThat(api("/jobs?state=done").as(admin()).get().isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("state");
    api("/jobs/nothing/retry").as(admin()).send("POST", "").isError(Code.NOT_FOUND);
  }

  @Test
  void nobody_but_admins_sees_jobs() {
    giveUp("mail-1");
    api("/jobs").get().isError(Code.AUTHENTICATION_ERROR);
    api("/jobs").as(token("ada")).get().isError(Code.AUTHORIZATION_ERROR);
    api("/jobs/mail-1/retry").as(token("ada")).send("POST", "").isError(Code.AUTHORIZATION_ERROR);
    api("/jobs/retry")
        .as(token("ada"))
        .send("POST", "{\"kind\":\"mail\"}")
        .isError(Code.AUTHORIZATION_ERROR);
  }

  private void giveUp(String id) {
    Instant now = house.clock.instant();
    house.jobs.add(new Job(new JobId(id), "mail", "password-changed ada", now));
    var claimed = house.jobs.claim("mail", 1, now, new Lease("x", now.plusSeconds(1)));
    house.jobs.giveUp(claimed.getFirst(), "550 no such user", now);
  }
}
