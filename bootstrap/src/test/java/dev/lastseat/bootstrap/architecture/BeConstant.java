package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/** Be final, and of no type whose objects are there to be changed; arrays are taken on trust. */
final class BeConstant extends ArchCondition<JavaField> {
  private static final List<String> CHANGING =
      List.of("java.util.concurrent.", "java.lang.ThreadLocal", "java.lang.StringBuilder");
  private static final List<Class<?>> VIEWS = List.of(Collection.class, Map.class, Lock.class);

  BeConstant() {
    super("be final and unchanging");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    boolean constant =
        field.getModifiers().contains(JavaModifier.FINAL)
            && (field.getRawType().isEnum()
                || CHANGING.stream().noneMatch(field.getRawType().getName()::startsWith))
            && (field.getRawType().isInterface()
                || !field.getRawType().getName().startsWith("java.")
                || VIEWS.stream().noneMatch(field.getRawType()::isAssignableTo))
            && !holdsWhatCanBeChanged(field);
    events.add(new SimpleConditionEvent(field, constant, field.getFullName() + " can be changed"));
  }

  /**
   * {@code static final Map<…> known = new HashMap<>()}: its class makes one and never copies it.
   */
  private static boolean holdsWhatCanBeChanged(JavaField field) {
    if (VIEWS.stream().noneMatch(field.getRawType()::isAssignableTo)) {
      return false;
    }
    return field.getOwner().getStaticInitializer().stream()
        .flatMap(start -> start.getConstructorCallsFromSelf().stream())
        .anyMatch(
            call ->
                call.getTargetOwner().getPackageName().startsWith("java.util")
                    && VIEWS.stream().anyMatch(call.getTargetOwner()::isAssignableTo));
  }
}
