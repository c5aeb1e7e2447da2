package com.acmecorp.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.stream.Stream;

/** The rules of who may know whom, for the tree of packages under a root. */
final class Walls {

    private final String root;

    private Walls(String root) {
        this.root = root;
    }

    static List<ArchRule> of(String root, List<String> contexts) {
        Walls walls = new Walls(root);
        return Stream.concat(
                        contexts.stream().map(walls::contextKnowsNoOther),
                        Stream.of(
                                walls.platformKnowsOnlyEvents(),
                                walls.eventsKnowNobody(),
                                walls.sqlIsSpokenBy("database"),
                                walls.httpIsServedBy("web"),
                                walls.mailIsSentBy("email"),
                                walls.adapterKnowsOnlyThePlatform(),
                                walls.simulatorsKnowNoContext(),
                                walls.cloudIsReachedBy("aws"),
                                walls.timeIsShared(),
                                walls.noCycles()))
                .toList();
    }

    private ArchRule contextKnowsNoOther(String context) {
        return knowsOnly(context, "events", "platform", context);
    }

    private ArchRule platformKnowsOnlyEvents() {
        return knowsOnly("platform", "events", "platform");
    }

    private ArchRule eventsKnowNobody() {
        return knowsOnly("events", "events");
    }

    private ArchRule knowsOnly(String module, String... known) {
        String[] packages = Stream.of(known).map(this::inside).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(inside(module))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(root + "..").and(not(resideInAnyPackage(packages))))
                .as(module + " knows only " + String.join(", ", known));
    }

    private ArchRule sqlIsSpokenBy(String context) {
        return noClasses()
                .that(outside(context))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx.mysqlclient..",
                        "io.vertx.sqlclient..",
                        "java.sql..",
                        "javax.sql..",
                        "org.flywaydb..",
                        "org.mariadb..",
                        "ch.vorburger..")
                .as("only " + context + " speaks SQL");
    }

    private ArchRule httpIsServedBy(String context) {
        return noClasses()
                .that(outside(context).and(outside("simulators")))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.ext\\.web\\.(Router|Route|RoutingContext)"
                        + "|io\\.vertx\\.core\\.http\\.HttpServer.*"
                        + "|com\\.sun\\.net\\.httpserver\\..*")
                .as("only " + context + " serves HTTP, and the simulators of other companies");
    }

    private ArchRule mailIsSentBy(String context) {
        return noClasses()
                .that(outside(context))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.ext.mail..", "com.icegreen..", "jakarta.mail..")
                .as("only " + context + " sends mail");
    }

    private ArchRule cloudIsReachedBy(String adapter) {
        return noClasses()
                .that(outside(adapter))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .as("only " + adapter + " uses the AWS SDK");
    }

    private ArchRule adapterKnowsOnlyThePlatform() {
        return knowsOnly("aws", "events", "platform", "aws");
    }

    /** They stand for other companies. That no context knows them follows from what contexts know. */
    private ArchRule simulatorsKnowNoContext() {
        return knowsOnly("simulators", "events", "platform", "simulators");
    }

    /** Other companies, and clients who measure us, have clocks of their own. */
    private ArchRule timeIsShared() {
        return noClasses()
                .that(outside("simulators")
                        .and(outside("app.systemtest"))
                        .and(not(simpleName("SharedClock"))))
                .should()
                .accessTargetWhere(
                        describe("it tells the machine's own time", MachineTime::isToldBy))
                .as("nothing goes by the machine's own time: processes share the database's");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("packages have no cycles");
    }

    private DescribedPredicate<JavaClass> outside(String context) {
        return resideInAPackage(root + "..").and(not(resideInAPackage(inside(context))));
    }

    private String inside(String module) {
        return root + "." + module + "..";
    }
}
