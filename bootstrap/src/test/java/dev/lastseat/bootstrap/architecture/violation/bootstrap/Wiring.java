package dev.lastseat.bootstrap.architecture.violation.bootstrap;

/** What nobody may know. */
public class Wiring {}
