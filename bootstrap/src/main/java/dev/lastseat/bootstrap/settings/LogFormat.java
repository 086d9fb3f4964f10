package dev.lastseat.bootstrap.settings;

/** How a line of the log is written. */
public enum LogFormat {
  JSON,
  TEXT
}
