package dev.lastseat.http.json;

import dev.lastseat.domain.shared.InvalidValue;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The price must be an amount of its currency, by the rules of the domain. */
@Constraint(validatedBy = Payable.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Payable {
  String message() default "must be an amount";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Tells what the domain requires. */
  final class Check implements ConstraintValidator<Payable, Bodies.Event> {
    @Override
    public boolean isValid(Bodies.@Nullable Event event, ConstraintValidatorContext context) {
      if (event == null || event.price() == null || event.price().signum() < 0) {
        return true; // the price has told that itself, for no currency makes it good
      }
      try {
        var _ = event.money(event.price());
        return true;
      } catch (InvalidValue invalid) {
        Requirements.tell(context, invalid);
        return false;
      }
    }
  }
}
