package dev.lastseat.bootstrap.architecture.violation.mongo;

/** Public, but no door. */
public class Inside {}
