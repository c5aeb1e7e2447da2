package com.acmecorp.deploy;

import java.util.List;
import java.util.stream.Stream;

/**
 * One service: the jar with one context, and the size of a task. Who waits for an answer, a shopper
 * or another service, has two tasks in two zones at the least; events can wait a minute in their
 * queue.
 *
 * @param context the context that runs, beside operations and web
 * @param publicPaths what the internet may call; empty: nothing
 * @param privateCheck the private path that decides whether a task is replaced
 * @param cpu in units of 1/1024 vCPU
 * @param memoryMib of all containers of a task
 */
record ServiceSpec(
        String context,
        List<String> publicPaths,
        String privateCheck,
        int minTasks,
        int maxTasks,
        int cpu,
        int memoryMib) {

    static final String DATABASE = "database";
    static final String EMAIL = "email";
    static final String ORDER = "order";
    static final String STOCK = "stock";
    static final String FINANCE = "finance";
    static final String DELIVERY = "delivery";
    private static final String LIVE = "/health/live";

    /** Ready, because a task whose password RDS has changed must be replaced to get the new one. */
    private static final String READY = "/health/ready";

    static final List<ServiceSpec> ALL = List.of(
            new ServiceSpec(
                    ORDER,
                    // A rule of the load balancer takes five paths, so two of them share the last
                    // one.
                    List.of("/createOrder", "/cancelOrder", "/findOrder", "/products", "/order*"),
                    LIVE,
                    2,
                    8,
                    512,
                    1024),
            new ServiceSpec(
                    DELIVERY, List.of("/deliveryTimes", "/bookDelivery"), LIVE, 2, 4, 512, 1024),
            // A stockist who delivers later calls.
            new ServiceSpec(STOCK, List.of("/stockDelivered"), LIVE, 2, 4, 512, 1024),
            consumer(FINANCE),
            consumer(EMAIL),
            new ServiceSpec(DATABASE, List.of(), READY, 2, 4, 1024, 2048));

    private static ServiceSpec consumer(String context) {
        return new ServiceSpec(context, List.of(), LIVE, 1, 4, 512, 1024);
    }

    /** Those behind the load balancer, in the order of its rules. */
    static Stream<ServiceSpec> publicOnes() {
        return ALL.stream().filter(ServiceSpec::isPublic);
    }

    boolean isPublic() {
        return !publicPaths.isEmpty();
    }

    boolean isDatabase() {
        return context.equals(DATABASE);
    }

    /** Whether it calls other companies over the internet; mail goes through SES, which is AWS. */
    boolean callsOthers() {
        return List.of(ORDER, STOCK, FINANCE, DELIVERY).contains(context);
    }

    boolean sendsMail() {
        return context.equals(EMAIL);
    }

    /** {@code ACME_CONTEXTS} of its tasks. */
    String contexts() {
        return context + ",operations,web";
    }
}
