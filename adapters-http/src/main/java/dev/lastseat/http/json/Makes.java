package dev.lastseat.http.json;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.RefreshToken;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text must make a value of the domain, whose own rules are so the only ones. */
@Constraint(validatedBy = Makes.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Makes {
  /** The values that texts are made into. */
  enum Value {
    EMAIL,
    PASSWORD,
    REFRESH_TOKEN,
    CURRENCY;

    Object make(String text) {
      return switch (this) {
        case EMAIL -> new Email(text);
        case PASSWORD -> new Password(text);
        case REFRESH_TOKEN -> new RefreshToken(text);
        case CURRENCY -> Money.currency(text);
      };
    }
  }

  Value value();

  String message() default "is not valid";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Tells what the domain requires. */
  final class Check implements ConstraintValidator<Makes, String> {
    private Value value = Value.EMAIL;

    @Override
    public void initialize(Makes constraint) {
      value = constraint.value();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      try {
        var _ = value.make(text);
        return true;
      } catch (InvalidValue invalid) {
        Requirements.tellHere(context, invalid);
        return false;
      }
    }
  }
}
