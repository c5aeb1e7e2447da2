package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Server;
import com.acmecorp.app.simulation.sql.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What is outside of the processes and survives them: time and chance, the database server, the bank, the post. */
final class World implements Wire {

    private static final int STATEMENT_MS = 4;
    private static final List<Integer> LARGEST_STEPS_MS = List.of(20_000, 300_000, 7_200_000);
    private static final int MOST_STEPS = 6;
    private static final int STEPS_WITHIN_MS = 20_000;

    private final SimulatedTime time = new SimulatedTime();
    private final Trace trace = new Trace(time);
    private final PriorityQueue<Action> actions = new PriorityQueue<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Random random;
    private final Faults faults;
    private final Mistake mistake;
    private final Server server;
    private final Deliveries deliveries;
    private final Bank bank;
    private final Carrier carrier;
    private final PostOffice post;
    private long actionCount;
    private long serverIsAheadMs;

    World(long seed, Mistake mistake) {
        this.random = new Random(scattered(seed));
        this.faults = new Faults(random);
        this.mistake = mistake;
        this.server = new Server(this);
        this.deliveries = new Deliveries(server);
        this.bank = new Bank(this);
        this.carrier = new Carrier(this);
        this.post = new PostOffice(this);
        Randomness.begin(random.nextLong());
        setTheServersClockNowAndThen();
    }

    /** With some seeds never, with others by seconds, minutes or hours. */
    private void setTheServersClockNowAndThen() {
        int largestMs = LARGEST_STEPS_MS.get(random.nextInt(LARGEST_STEPS_MS.size()));
        int steps = random.nextInt(MOST_STEPS + 1);
        for (int i = 0; i < steps; i++) {
            after(random.nextInt(STEPS_WITHIN_MS), () -> setTheServersClock(largestMs));
        }
    }

    private void setTheServersClock(int largestMs) {
        serverIsAheadMs = random.nextInt(-largestMs, largestMs);
        trace.add("server: its clock is set, and " + serverIsAheadMs + " ms ahead");
    }

    /** Seeds that are next to each other would begin alike. */
    private static long scattered(long seed) {
        return new SplittableRandom(seed).nextLong();
    }

    /** Something that will happen; of two at the same time, the first that was said. */
    private record Action(long atNanos, long number, Runnable what) implements Comparable<Action> {

        @Override
        public int compareTo(Action other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    void after(long ms, Runnable what) {
        long at = time.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        actions.add(new Action(at, actionCount++, what));
    }

    void add(Node node) {
        nodes.add(node);
    }

    /** Has everybody do what they can do now, and then the next thing happen, whenever that is. */
    void step() {
        runNodes();
        Action action = actions.peek();
        long next = action == null ? Long.MAX_VALUE : action.atNanos();
        for (Node node : nodes) {
            next = Math.min(next, node.nextTimerNanos());
        }
        time.moveTo(next);
        if (action != null && action.atNanos() <= next) {
            actions.remove();
            action.what().run();
        }
        runNodes();
    }

    private void runNodes() {
        List.copyOf(nodes).forEach(Node::run);
        nodes.removeIf(node -> !node.isAlive());
    }

    @Override
    public Fate fate(String statement) {
        if (mistake.commitsLate() && statement.equals(Mistake.END)) {
            return Fate.ANSWERED_EARLY;
        }
        Fate fate = faults.statement();
        if (fate != Fate.CARRIED_OUT) {
            trace.add("server: " + fate + " at " + statement.lines().findFirst().orElse(""));
        }
        return fate;
    }

    @Override
    public void later(Runnable action) {
        after(1 + random.nextInt(STATEMENT_MS), action);
    }

    @Override
    public Random random() {
        return random;
    }

    @Override
    public long epochMs() {
        return time.instant().toEpochMilli() + serverIsAheadMs;
    }

    /** Grows with whatever can be seen from outside. */
    long changes() {
        return server.commits()
                + bank.changes()
                + carrier.changes()
                + post.taken().size();
    }

    SimulatedTime time() {
        return time;
    }

    Trace trace() {
        return trace;
    }

    Faults faults() {
        return faults;
    }

    Mistake mistake() {
        return mistake;
    }

    Server server() {
        return server;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Bank bank() {
        return bank;
    }

    Carrier carrier() {
        return carrier;
    }

    PostOffice post() {
        return post;
    }

    List<Node> nodes() {
        return nodes;
    }
}
