package dev.lastseat.http.json;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The text must be one line of at most {@code max} characters, by the domain's own rule ({@link
 * Text}).
 */
@Constraint(validatedBy = Line.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Line {
  int max();

  String message() default "must be text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Tells what the domain requires. */
  final class Check implements ConstraintValidator<Line, String> {
    private int max;

    @Override
    public void initialize(Line constraint) {
      max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      try {
        return text == null || !Text.require("text", text, max).isEmpty();
      } catch (InvalidValue invalid) {
        Requirements.tellHere(context, invalid);
        return false;
      }
    }
  }
}
