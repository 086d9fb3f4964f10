package dev.lastseat.http.event;

import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.RebuildEvent;

/** What can be done with events. */
public record EventUseCases(
    FindEvent find, RebuildEvent rebuild, CreateEvent create, EventEditor editor) {}
