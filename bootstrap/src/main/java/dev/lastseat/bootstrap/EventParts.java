package dev.lastseat.bootstrap;

import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.SearchEvents;
import dev.lastseat.domain.port.Events;
import dev.lastseat.http.event.EventUseCases;
import java.security.SecureRandom;
import java.time.Clock;

/** What is done with events. */
record EventParts(EventReader reader, EventUseCases useCases) {

  static EventParts of(StorePorts store, MemoryPorts memory, Clock clock, SecureRandom random) {
    Events events = store.events();
    EventReader reader = new EventReader(events, memory.events());
    AvailabilityReader availability =
        new AvailabilityReader(store.bookings(), memory.availability());
    return new EventParts(
        reader,
        new EventUseCases(
            new SearchEvents(events, availability),
            new FindEvent(reader, availability),
            new CreateEvent(events, clock, random),
            new EventEditor(events, memory.events(), clock)));
  }
}
