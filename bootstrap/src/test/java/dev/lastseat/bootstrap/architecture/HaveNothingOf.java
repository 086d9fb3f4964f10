package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Neither take nor return nor throw such a class. */
final class HaveNothingOf extends ArchCondition<JavaMethod> {
  private final DescribedPredicate<JavaClass> hidden;

  HaveNothingOf(DescribedPredicate<JavaClass> hidden) {
    super("have nothing of what is hidden");
    this.hidden = hidden;
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    Stream.of(
            method.getReturnType().getAllInvolvedRawTypes().stream(),
            method.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
            method.getExceptionTypes().stream())
        .flatMap(types -> types)
        .filter(hidden)
        .forEach(
            type ->
                events.add(
                    SimpleConditionEvent.violated(
                        method, method.getFullName() + " shows " + type.getName())));
  }
}
