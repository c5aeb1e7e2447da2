package com.acmecorp.app;

import com.acmecorp.web.WebPorts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a newcomer wants to know when the system is up.
 *
 * @param ports where it listens; empty when the web context runs elsewhere
 * @param took from the start of the process
 * @param trust what it takes without checking it
 */
record Banner(
        Optional<WebPorts> ports, List<String> contexts, Path data, Duration took, Trust trust) {

    String text() {
        return ports.map(this::open).orElseGet(this::partly);
    }

    private String open(WebPorts at) {
        return """
                ACME Potted Plants is open, %1$s s after its start.

                  Shop      http://127.0.0.1:%2$d/
                  Inbox     http://127.0.0.1:%3$d/inbox      the mails that customers get
                  GraphiQL  http://127.0.0.1:%3$d/graphiql   the data
                  Health    http://127.0.0.1:%3$d/health
                  Data      %4$s
                %5$s
                %6$s  Ctrl-C stops it.
                """.formatted(
                seconds(), at.publicPort(), at.privatePort(), data, warnings(), firstOrder(at));
    }

    private String firstOrder(WebPorts at) {
        if (!trust.testOrders()) {
            return "";
        }
        return """
                    A first order; as a test order it travels all the way by itself:
                      curl -s http://127.0.0.1:%1$d/createOrder -H 'Content-Type: application/json' -d '{
                        "name": "Someone", "email": "someone@example.com", "phone": "321321321",
                        "street": "Thisway 1", "city": "Thatplace", "customerType": "B2C", "market": "US",
                        "products": "BB001,LB001", "totalPrice": 30000, "testId": 1}'
                    Where it stands:
                      curl -s http://127.0.0.1:%2$d/database -H 'Content-Type: application/json' -d '{
                        "query": "{ getAllTestOrders(testId: 1) { orderId status } }"}'

                  """.formatted(at.publicPort(), at.privatePort());
    }

    private String partly() {
        return "ACME Potted Plants is open, %s s after its start: %s\n%s"
                .formatted(seconds(), String.join(", ", contexts), warnings());
    }

    private String warnings() {
        String played = trust.sandboxes().isEmpty()
                ? ""
                : "  Sandbox   %s: played here, nobody is charged and nothing is delivered\n"
                        .formatted(String.join(", ", trust.sandboxes()));
        return trust.testOrders()
                ? played + "  Caution   test orders are taken: whoever sends one names its price\n"
                : played;
    }

    private String seconds() {
        return "%.1f".formatted(took.toMillis() / 1000.0);
    }
}
