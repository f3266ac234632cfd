package org.aeoreach.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.SequenceGenerator;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import java.util.function.Function;

/** Conditions of the rules, each saying what broke it. */
final class Conditions {
    private static final Set<String> OF_RESOURCES = Set.of(
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.Produces",
            "jakarta.ws.rs.Consumes",
            "jakarta.enterprise.context.ApplicationScoped");
    private static final Set<Transactional.TxType> SCOPED =
            Set.of(Transactional.TxType.REQUIRED, Transactional.TxType.MANDATORY, Transactional.TxType.REQUIRES_NEW);
    private static final Set<String> OLD_TIME =
            Set.of("java.util.Date", "java.util.Calendar", "java.sql.Date", "java.sql.Timestamp");

    /** Packages of javax that belong to the JDK are no Jakarta EE of old. */
    static final DescribedPredicate<JavaClass> OLD_JAVAX = new DescribedPredicate<>("javax outside the JDK") {
        @Override
        public boolean test(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith("javax.")
                    && !name.matches(
                            "javax\\.(sql|naming|crypto|net|security|xml|management|transaction\\.xa)(\\..*)?");
        }
    };

    static final DescribedPredicate<JavaClass> USE_ENTITY_MANAGER = new DescribedPredicate<>("use an EntityManager") {
        @Override
        public boolean test(JavaClass type) {
            return type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(each -> each.getTargetClass().isEquivalentTo(EntityManager.class));
        }
    };

    private Conditions() {}

    /** Non-private methods only: private ones are reached through them. */
    static ArchCondition<JavaClass> queryOnlyInTransactions() {
        return condition("query only within @Transactional methods", type -> type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isAssignableTo(EntityManager.class)))
                .filter(method ->
                        !type.isAnnotatedWith(Transactional.class) && !method.isAnnotatedWith(Transactional.class))
                .map(JavaMethod::getFullName)
                .findFirst()
                .orElse(""));
    }

    /** The type is part of the interceptor's binding: another one would run without a scope. */
    static ArchCondition<JavaClass> useTransactionTypesThatSetTheScope() {
        return condition("use only transaction types the scope is bound to", type -> type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Transactional.class))
                .filter(method -> !SCOPED.contains(
                        method.getAnnotationOfType(Transactional.class).value()))
                .map(JavaMethod::getFullName)
                .findFirst()
                .orElse(""));
    }

    static DescribedPredicate<JavaMethodCall> formatsText() {
        return new DescribedPredicate<>("formats text") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().isEquivalentTo(String.class)
                        && Set.of("format", "formatted").contains(call.getName());
            }
        };
    }

    static ArchCondition<JavaClass> carryOnlyAnnotationsOfResources() {
        return condition("carry only the annotations of resources", type -> type.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .filter(name -> !OF_RESOURCES.contains(name) && !name.startsWith("org.eclipse.microprofile.openapi"))
                .findFirst()
                .map(name -> type.getName() + " carries " + name)
                .orElse(""));
    }

    static DescribedPredicate<JavaMethod> areRoutes() {
        return new DescribedPredicate<>("are routes") {
            @Override
            public boolean test(JavaMethod method) {
                return method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class));
            }
        };
    }

    static ArchCondition<JavaField> haveOldTimeType() {
        return new ArchCondition<>("have a type of the old time classes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean old = OLD_TIME.contains(field.getRawType().getName());
                events.add(new SimpleConditionEvent(field, old, field.getFullName()));
            }
        };
    }

    static ArchCondition<JavaField> takeOneNumberAtATime() {
        return new ArchCondition<>("take one number at a time") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean one = field.getAnnotationOfType(SequenceGenerator.class).allocationSize() == 1;
                events.add(new SimpleConditionEvent(field, one, field.getFullName()));
            }
        };
    }

    static ArchCondition<JavaMethod> notBePersistentTimers() {
        return new ArchCondition<>("not be persistent timers") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean persistent = method.tryGetAnnotationOfType("jakarta.ejb.Schedule")
                        .map(schedule ->
                                !Boolean.FALSE.equals(schedule.get("persistent").orElse(true)))
                        .orElse(false);
                events.add(new SimpleConditionEvent(method, !persistent, method.getFullName()));
            }
        };
    }

    /** @param fault what breaks it, or an empty text */
    private static ArchCondition<JavaClass> condition(String description, Function<JavaClass, String> fault) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String found = fault.apply(type);
                events.add(new SimpleConditionEvent(type, found.isEmpty(), found));
            }
        };
    }
}
