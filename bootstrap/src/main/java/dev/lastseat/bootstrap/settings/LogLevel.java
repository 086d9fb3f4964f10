package dev.lastseat.bootstrap.settings;

/** How much is logged. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG
}
