package dev.lastseat.bootstrap.architecture.violation.domain.port.store.sale;

/** A store that no route may ask. */
public interface Events {}
