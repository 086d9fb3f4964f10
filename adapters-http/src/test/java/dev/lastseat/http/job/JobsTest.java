package dev.lastseat.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.Jobs.Lease;
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
  }

  private void giveUp(String id) {
    Instant now = house.clock.instant();
    house.jobs.add(new Job(new JobId(id), "mail", "password-changed ada", now));
    var claimed = house.jobs.claim("mail", 1, now, new Lease("x", now.plusSeconds(1)));
    house.jobs.giveUp(claimed.getFirst(), "550 no such user", now);
  }
}
