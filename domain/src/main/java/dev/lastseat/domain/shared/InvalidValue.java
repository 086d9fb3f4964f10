package dev.lastseat.domain.shared;

/** A value that breaks a rule of its type; names the field, the offending value and the rule. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  private final String field;
  private final String requirement;

  /** {@code requirement} completes the sentence "field …", such as "must be 1 to 10". */
  public InvalidValue(String field, Object value, String requirement) {
    super("%s %s, but was '%s'".formatted(field, requirement, shortened(value.toString())));
    this.field = field;
    this.requirement = requirement;
  }

  /** The field by its name in the HTTP contract, such as {@code totalTickets}. */
  public String field() {
    return field;
  }

  public String requirement() {
    return requirement;
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
