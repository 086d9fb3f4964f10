package dev.lastseat.http.checkin;

import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.checkin.OfflineBundle;

/** What can be done at the door. */
public record CheckinUseCases(CheckinLists lists, CheckIn checkIn, OfflineBundle bundle) {}
