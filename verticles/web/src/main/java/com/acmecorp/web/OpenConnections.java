package com.acmecorp.web;

import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.web.limit.Client;
import com.acmecorp.web.limit.Clients;
import com.acmecorp.web.limit.Share;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open connections of a listener. There are never more than it may have, and never more of one client; one that
 * says nothing, or takes too long to say a request, is closed. Belongs to one event loop.
 */
final class OpenConnections {

    private static final Problem TOO_SLOW =
            Problem.of(Kind.TOO_SLOW, "The request didn't come to its end in time.");
    private static final Problem NO_ROOM =
            Problem.of(Kind.OVERLOADED, "There are more connections right now than we can keep.");
    private static final Problem TOO_MANY =
            Problem.of(Kind.TOO_MANY, "There are too many connections from your address.");

    private final ConnectionLimits limits;
    private final Clients clients;
    private final Figures figures;
    private final Clock clock;
    private final Map<HttpConnection, OpenConnection> open = new HashMap<>();
    private final Share byAddress;

    OpenConnections(ConnectionLimits limits, Clients clients, Figures figures, Clock clock) {
        this.figures = figures;
        this.limits = limits;
        this.clients = clients;
        this.clock = clock;
        this.byAddress = new Share(limits.perAddress());
    }

    /** Takes in a new connection, or ends it at once. */
    void add(HttpConnection connection) {
        Client client = clients.ofConnection(connection.remoteAddress().hostAddress());
        if (open.size() >= limits.most()) {
            figures.count(Figure.CONNECTIONS_ENDED);
            ClosingAnswer.say(connection, NO_ROOM);
        } else if (client.limited() && !byAddress.isLeft(client.key())) {
            figures.count(Figure.CONNECTIONS_ENDED);
            ClosingAnswer.say(connection, TOO_MANY);
        } else {
            keep(connection, client);
        }
    }

    private void keep(HttpConnection connection, Client client) {
        OpenConnection kept = new OpenConnection(connection, client, clock);
        open.put(connection, kept);
        byAddress.take(client.key());
        connection.closeHandler(closed -> remove(kept));
        Channel channel = ((ConnectionBase) connection).channel();
        channel.pipeline().addFirst(kept);
    }

    private void remove(OpenConnection connection) {
        if (open.remove(connection.connection()) != null) {
            byAddress.giveBack(connection.client().key());
        }
    }

    /** Notes that a request's head is complete. */
    void head(HttpServerRequest request) {
        OpenConnection connection = open.get(request.connection());
        if (connection != null) {
            connection.head(request);
        }
    }

    /**
     * Notes that a request was refused for now; see {@link OpenConnection#refused}.
     *
     * @param seconds after which its sender was told to ask again
     */
    long refused(HttpConnection connection, int seconds) {
        OpenConnection known = open.get(connection);
        return known == null ? 0 : known.refused(seconds);
    }

    /** Ends the connections on which nothing has come of it in time. */
    void sweep() {
        List.copyOf(open.values()).forEach(this::judge);
    }

    private void judge(OpenConnection connection) {
        HttpServerRequest unfinished = connection.unfinished();
        if (connection.silentForMs() > limits.firstRequestMs()) {
            figures.count(Figure.CONNECTIONS_ENDED);
            ClosingAnswer.none(connection.connection());
        } else if (connection.sendsForMs() > limits.requestMs()) {
            figures.count(Figure.CONNECTIONS_ENDED);
            if (unfinished == null) {
                ClosingAnswer.say(connection.connection(), TOO_SLOW);
            } else {
                ClosingAnswer.answer(unfinished, TOO_SLOW);
            }
        }
    }
}
