package dev.lastseat.http.json;

import dev.lastseat.domain.booking.OrderItems;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No two items may name the same event. */
@Constraint(validatedBy = OfDifferentEvents.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface OfDifferentEvents {
  String message() default OrderItems.DIFFERENT;

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks only at items that name an event; the others have told that themselves. */
  final class Check implements ConstraintValidator<OfDifferentEvents, List<Bodies.Item>> {
    @Override
    public boolean isValid(@Nullable List<Bodies.Item> items, ConstraintValidatorContext context) {
      if (items == null) {
        return true;
      }
      List<String> events =
          items.stream()
              .filter(Objects::nonNull)
              .map(Bodies.Item::eventId)
              .filter(Objects::nonNull)
              .toList();
      return events.stream().distinct().count() == events.size();
    }
  }
}
