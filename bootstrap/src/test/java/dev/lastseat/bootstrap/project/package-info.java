/** The files of the project, and a copy of its scripts in which commands are typed. */
@NullMarked
package dev.lastseat.bootstrap.project;

import org.jspecify.annotations.NullMarked;
