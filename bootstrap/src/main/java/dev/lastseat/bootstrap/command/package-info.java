/** What the program does from the command line beside serving: backup, admins, verify, rebuild. */
@NullMarked
package dev.lastseat.bootstrap.command;

import org.jspecify.annotations.NullMarked;
