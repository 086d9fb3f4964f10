package dev.lastseat.http.event;

import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.RebuildEvent;
import dev.lastseat.application.event.SearchEvents;

/** What can be done with events. */
public record EventUseCases(
    SearchEvents search,
    FindEvent find,
    RebuildEvent rebuild,
    CreateEvent create,
    EventEditor editor) {}
