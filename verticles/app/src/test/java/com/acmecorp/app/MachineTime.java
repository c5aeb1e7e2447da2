package com.acmecorp.app;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;

import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** What in the Java library tells the time of the machine that it runs on. What is given a clock tells that one's. */
final class MachineTime {

    private static final Set<String> OF_A_CLOCK =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds");

    private MachineTime() {}

    static boolean isToldBy(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "currentTimeMillis" -> owner.equals(System.class.getName());
            case "now" -> owner.startsWith("java.time.") && !takes(target, Clock.class);
            case "<init>" -> owner.equals(Date.class.getName()) && !takes(target, long.class);
            default -> owner.equals(Clock.class.getName()) && OF_A_CLOCK.contains(target.getName());
        };
    }

    private static boolean takes(AccessTarget target, Class<?> type) {
        return target instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream()
                        .anyMatch(taken -> taken.isEquivalentTo(type));
    }
}
