package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Belong to a package whose package-info has the annotation. */
final class LieInAMarkedPackage extends ArchCondition<JavaClass> {
  LieInAMarkedPackage() {
    super("lie in a package that is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
    events.add(
        new SimpleConditionEvent(
            type, marked, type.getName() + " lies in a package without @NullMarked"));
  }
}
