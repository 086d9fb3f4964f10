package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ASchedule;
import dev.lastseat.domain.fixture.AnEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PublishEventsTest {
  private final Fakes fakes = Fakes.open();
  private final PublishEvents publish =
      new PublishEvents(fakes.events, fakes.eventCache, fakes.clock);
  private final Instant time = fakes.clock.instant().plus(Duration.ofHours(1));

  private AnEvent draft(String id) {
    return AnEvent.draft(id)
        .schedule(ASchedule.at(time.plus(Duration.ofDays(1))).publishAt(time).schedule());
  }

  @Test
  void a_draft_is_published_when_its_time_has_come_and_not_before() {
    Event draft = fakes.add(draft("event-1"));
    assertThat(publish.handle()).isZero();

    fakes.clock.advance(Duration.ofHours(1));

    assertThat(publish.handle()).isEqualTo(1);
    assertThat(fakes.reader.find(draft.id()).map(Event::status)).contains(EventStatus.PUBLISHED);
    assertThat(publish.handle()).isZero();
  }

  @Test
  void who_reads_the_event_sees_it_published_at_once() {
    Event draft = fakes.add(draft("event-1"));
    fakes.reader.find(draft.id());
    fakes.clock.advance(Duration.ofHours(1));

    publish.handle();

    assertThat(fakes.reader.find(draft.id()).map(Event::status)).contains(EventStatus.PUBLISHED);
  }

  @RepeatedTest(3)
  void of_several_instances_one_publishes_each() {
    for (int number = 0; number < 250; number++) {
      fakes.add(draft("event-" + number));
    }
    fakes.clock.advance(Duration.ofHours(1));

    List<Integer> published = Race.of(4, _ -> publish.handle());

    assertThat(published.stream().mapToInt(Integer::intValue).sum()).isEqualTo(250);
  }
}
