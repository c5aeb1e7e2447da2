package com.acmecorp.app.torture;

import com.acmecorp.app.torture.Scene.Demand;
import com.acmecorp.database.embedded.EmbeddedMariaDb;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The ways to hurt a system. */
public enum Attack {
    /** SIGKILL of the JVM, which is started again at once. */
    KILL_JVM,
    /** SIGKILL of the database server, which nobody starts again but the system itself. */
    KILL_DATABASE,
    /** The database server stands still for a while, with all its connections. */
    STOP_DATABASE,
    /** The database server answers who reads and takes no writes, for a while. */
    READ_ONLY,
    /** One of two systems on one database server stands still for a while, with its transactions open. */
    FREEZE_NODE,
    /** Three systems on one database server, each with another wrong clock, one of which is killed. */
    CLOCKS,
    /** A system starts with very many overdue events, dead letters or open orders. */
    LARGE_TABLES,
    /** SIGTERM: what is in flight is finished first. */
    TERMINATE,
    /** SIGKILL or SIGTERM of another system at any moment of its first start, up to three times in a row. */
    KILL_FIRST_START,
    /** Lines to the database and to the shop fail in all the ways that lines have. */
    CUT_CONNECTIONS,
    /** There is no byte left on the disk that the data lie on, for a while. */
    DISK_FULL,
    /** SIGKILL of the JVM, and whatever says what is left to do is deleted by hand before it starts again. */
    LOST_DISPATCH,
    /** The stockist fails with a few of the orders, again and again. */
    POISON,
    /** The mail server goes away for a while, and all lines to it break. */
    SMTP_DOWN,
    /** Payment providers take money and don't say so, for a while. */
    PAYMENT_HANGS,
    /** Thousands of requests that are wrong in themselves, from malformed HTTP to odd fields. */
    FUZZ,
    /** Each third party in turn does what it is asked and its answers are lost. */
    LOST_ANSWERS,
    /** Customers book two delivery times of one order at the same moment. */
    TWO_TABS,
    /** Customers lose the answer to their order, change the form and send it again. */
    KEY_FORGOTTEN,
    /** Customers cancel, and the bank refuses to give their money back. */
    REFUND_REFUSED;

    /** What the JVM answers after SIGTERM: 128 + 15. */
    private static final int TERMINATED = 143;

    /** A system on a server of its own choosing plays no party, and takes no test order, unless it is told to. */
    private static final Map<String, String> PLAYED = Map.of(
            "order.acceptTestOrders", "true",
            "order.paymentUrls", "Blank of America=sandbox,El Banco Blanco=sandbox",
            "stock.url", "sandbox",
            "finance.url", "sandbox",
            "delivery.url", "sandbox",
            "email.smtpHost", "sandbox");

    /** What it is done to; throws {@link NotPossibleHere} where this machine lacks something. */
    Scene scene(TorturePlan plan) {
        return switch (this) {
            case KILL_JVM -> alone(plan, Attack::killJvm);
            case KILL_DATABASE -> alone(plan, Attack::killDatabase);
            case STOP_DATABASE ->
                alone(plan, victim -> stopDatabase(victim, plan))
                        .alarming(Alarm.meanwhile("a part is down: database"));
            case READ_ONLY -> ReadOnly.scene(plan);
            case FREEZE_NODE -> FrozenNode.scene(plan);
            case CLOCKS -> WrongClocks.scene(plan);
            case LARGE_TABLES -> LargeTables.scene(plan);
            case TERMINATE -> alone(plan, Attack::terminate).demanding(Demand.ANSWERED);
            case KILL_FIRST_START -> KillFirstStart.scene(plan);
            case CUT_CONNECTIONS -> CutConnections.scene(plan);
            case DISK_FULL -> DiskFull.scene(plan);
            case LOST_DISPATCH -> LostDispatch.scene(plan);
            case POISON -> PoisonOrders.scene(plan);
            case SMTP_DOWN -> SmtpDown.scene(plan);
            case PAYMENT_HANGS -> PaymentHangs.scene(plan);
            case FUZZ -> FuzzStrike.scene(plan);
            case LOST_ANSWERS -> PartyAttacks.lostAnswers(plan);
            case TWO_TABS -> PartyAttacks.twoTabs(plan);
            case KEY_FORGOTTEN -> PartyAttacks.keyForgotten(plan);
            case REFUND_REFUSED -> PartyAttacks.refundRefused(plan);
        };
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Something to be done to a system, which answers what is wrong already. */
    private interface Blow extends Function<Victim, List<String>> {}

    /** A system with all that it needs in its own process. */
    private static Scene alone(TorturePlan plan, Blow blow) {
        List<Integer> ports = FreePorts.find(2);
        Victim victim = new Victim(plan.directory(), settings(ports));
        return Scene.of(
                victim,
                url(ports.getFirst()),
                url(ports.getLast()),
                load -> blow.apply(victim),
                () -> {});
    }

    static Map<String, String> settings(List<Integer> ports) {
        return Map.of(
                "http.publicHost", "127.0.0.1",
                "http.publicPort", String.valueOf(ports.getFirst()),
                "http.privatePort", String.valueOf(ports.getLast()));
    }

    /** Of a system whose database server is ours, at that port or at the line that leads to it. */
    static Map<String, String> settings(List<Integer> ports, EmbeddedMariaDb database, int port) {
        Map<String, String> settings = new HashMap<>(settings(ports));
        settings.put(
                "database.url", "mysql://127.0.0.1:%d/%s".formatted(port, database.databaseName()));
        settings.putAll(PLAYED);
        settings.put("database.user", database.user());
        settings.put("database.password", database.password());
        return settings;
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static List<String> killJvm(Victim victim) {
        victim.kill();
        victim.start();
        return List.of();
    }

    private static List<String> killDatabase(Victim victim) {
        victim.database().destroyForcibly();
        return List.of();
    }

    private static List<String> stopDatabase(Victim victim, TorturePlan plan) {
        ProcessHandle database = victim.database();
        Signal.STOP.sendTo(database);
        try {
            Waiting.pass(plan.pause());
        } finally {
            Signal.CONT.sendTo(database);
        }
        return List.of();
    }

    private static List<String> terminate(Victim victim) {
        int exitCode = victim.terminate();
        victim.start();
        return exitCode == TERMINATED
                ? List.of()
                : List.of("SIGTERM ended the system with the exit code " + exitCode);
    }
}
