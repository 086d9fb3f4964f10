package dev.lastseat.http.json;

import dev.lastseat.domain.shared.InvalidValue;
import jakarta.validation.ConstraintValidatorContext;

/** Lets constraints say what the domain requires, in its own words. */
final class Requirements {
  private Requirements() {}

  /** Says it of the field that is checked. */
  static void tellHere(ConstraintValidatorContext context, InvalidValue invalid) {
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(template(invalid)).addConstraintViolation();
  }

  /** Says it of the field of the checked record that the domain names. */
  static void tell(ConstraintValidatorContext context, InvalidValue invalid) {
    context.disableDefaultConstraintViolation();
    context
        .buildConstraintViolationWithTemplate(template(invalid))
        .addPropertyNode(invalid.field())
        .addConstraintViolation();
  }

  /** Without what would be read as a parameter of the message. */
  private static String template(InvalidValue invalid) {
    return invalid.requirement().replaceAll("[{}$\\\\]", "");
  }
}
