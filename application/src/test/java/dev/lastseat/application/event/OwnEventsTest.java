package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.event.EventEditor.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Organisers run events of their own, and those only. */
class OwnEventsTest {
  private static final Principal OWNER = APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);
  private static final Principal OTHER = APrincipal.with("other", Role.ORGANISER);

  private final Fakes fakes = Fakes.open();
  private final EventEditor editor = fakes.eventEditor();
  private final FindEvent find =
      new FindEvent(fakes.reader, fakes.events, fakes.availabilityReader(), fakes.clock);
  private final Event draft = AnEvent.draft("draft").event();
  private final Event published = AnEvent.published("published").event();

  @BeforeEach
  void add() {
    fakes.events.add(draft);
    fakes.events.add(published);
  }

  @Test
  void who_runs_an_event_changes_it_and_so_does_an_admin() {
    assertThat(publish(OWNER, draft)).isInstanceOf(Outcome.Changed.class);
    assertThat(cancel(APrincipal.admin("root"), published)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void another_organiser_changes_nothing_and_does_not_learn_of_drafts() {
    assertThat(cancel(OTHER, published)).isEqualTo(new Outcome.Forbidden());
    assertThat(editor.delete(OTHER, published.id(), _ -> true)).isEqualTo(new Outcome.Forbidden());
    assertThat(publish(OTHER, draft)).isEqualTo(new Outcome.NotFound());
    assertThat(find.handle(draft.id(), Optional.of(OTHER))).isEmpty();
    assertThat(fakes.events.find(published.id())).contains(published);
  }

  @Test
  void who_has_handed_an_event_over_runs_it_no_more() {
    fakes.users.add(AUser.with("other", "other@example.com", Role.ORGANISER));
    assertThat(find.handle(draft.id(), Optional.of(OWNER))).isPresent();

    assertThat(handOver(OWNER, draft, "other")).isInstanceOf(Outcome.Changed.class);

    assertThat(publish(OWNER, draft)).isEqualTo(new Outcome.NotFound());
    assertThat(find.handle(draft.id(), Optional.of(OWNER))).isEmpty();
    assertThat(found(AnEventQuery.all().runBy(AnEvent.ORGANISER).query(), OWNER))
        .containsExactly("published");
    assertThat(publish(OTHER, draft)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void a_copy_of_a_draft_from_before_it_was_handed_over_shows_it_to_nobody() {
    assertThat(find.handle(draft.id(), Optional.of(OWNER))).isPresent();
    fakes.events.update(draft.handOver(OTHER.userId(), fakes.clock.instant())); // elsewhere

    assertThat(find.handle(draft.id(), Optional.of(OWNER))).isEmpty();
    assertThat(find.handle(draft.id(), Optional.of(OTHER))).isPresent();
  }

  @Test
  void an_event_is_handed_to_those_only_who_may_run_events_and_by_those_who_run_it() {
    fakes.users.add(AUser.with("other", "other@example.com", Role.ORGANISER));
    fakes.users.add(AUser.with("staff", "staff@example.com", Role.STAFF));

    assertThat(handOver(OWNER, published, "staff")).isEqualTo(new Outcome.NoOrganiser());
    assertThat(handOver(OWNER, published, "nobody")).isEqualTo(new Outcome.NoOrganiser());
    assertThat(handOver(OTHER, published, "other")).isEqualTo(new Outcome.Forbidden());
    assertThat(editor.handOver(OWNER, published.id(), version -> version == 2, OTHER.userId()))
        .isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.events.find(published.id())).contains(published);
    assertThat(handOver(APrincipal.admin("root"), published, "other"))
        .isInstanceOf(Outcome.Changed.class);
    assertThat(handOver(OTHER, published, "other")).isInstanceOf(Outcome.NotPossible.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"USER", "STAFF"})
  void who_lost_the_role_runs_nothing_any_more(Role role) {
    Principal former = APrincipal.with(AnEvent.ORGANISER.value(), role);

    assertThat(cancel(former, published)).isEqualTo(new Outcome.Forbidden());
    assertThat(find.handle(draft.id(), Optional.of(former))).isEmpty();
  }

  @Test
  void organisers_find_drafts_among_their_own() {
    EventQuery own = AnEventQuery.all().runBy(AnEvent.ORGANISER).query();

    assertThat(found(own, OWNER)).containsExactlyInAnyOrder("draft", "published");
    assertThat(found(own, OTHER)).containsExactly("published");
    assertThat(found(AnEventQuery.all().query(), OWNER)).containsExactly("published");
    assertThat(found(AnEventQuery.all().runBy(OTHER.userId()).query(), OTHER)).isEmpty();
    assertThat(find.handle(draft.id(), Optional.of(OWNER))).isPresent();
  }

  private List<String> found(EventQuery query, Principal viewer) {
    return find.search(query, EventQuery.When.ALL, Optional.of(viewer)).items().stream()
        .map(shown -> shown.event().id().value())
        .toList();
  }

  private Outcome handOver(Principal by, Event event, String to) {
    return editor.handOver(by, event.id(), _ -> true, new UserId(to));
  }

  private Outcome publish(Principal by, Event event) {
    return editor.publish(by, event.id(), _ -> true);
  }

  private Outcome cancel(Principal by, Event event) {
    return editor.cancel(by, event.id(), _ -> true);
  }
}
