package dev.lastseat.domain.ticket;

import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.util.Optional;

/**
 * Who comes with a ticket, as its buyer says.
 *
 * @param name by the rules for names of users
 * @param email where they are reached; empty where nobody said
 * @param answers to what the event asks its visitors
 */
public record Visitor(String name, Optional<Email> email, Answers answers) {
  public Visitor {
    name = Text.require("name", name, User.MAX_NAME);
  }

  /**
   * Visitors answer what their event asks.
   *
   * @throws dev.lastseat.domain.shared.InvalidValue when an answer is missing, or answers nothing
   */
  public void requireAnswersTo(VisitorRules rules) {
    answers.requireTo(rules.questions());
  }

  /** Whether both are the same person, whatever they answer. */
  boolean isSamePerson(Visitor other) {
    return name.equals(other.name) && email.equals(other.email);
  }
}
