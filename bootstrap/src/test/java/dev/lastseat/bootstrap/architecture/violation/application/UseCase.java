package dev.lastseat.bootstrap.architecture.violation.application;

/** What a domain must not know. */
public class UseCase {}
