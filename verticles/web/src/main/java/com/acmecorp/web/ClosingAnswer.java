package com.acmecorp.web;

import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;

/** What is said to the other end of a connection before it is closed. */
final class ClosingAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingAnswer.class);

    private ClosingAnswer() {}

    /** Closes it without a word. */
    static void none(HttpConnection connection) {
        connection.close().onFailure(gone -> LOG.debug("already closed", gone));
    }

    /** Answers where no request is there to be answered: Vert.x gives no way to do that, so its channel is used. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // its listener closes the channel, whatever came of it
    static void say(HttpConnection connection, Problem problem) {
        String body = Answers.json(problem, TraceParent.fresh()).encode();
        String answer =
                ("HTTP/1.1 %d %s\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n"
                                + "Connection: close\r\nRetry-After: 5\r\nContent-Length: %d\r\n\r\n%s")
                        .formatted(
                                problem.kind().status(),
                                problem.kind().title(),
                                body.getBytes(StandardCharsets.UTF_8).length,
                                body);
        ChannelHandlerContext first =
                ((ConnectionBase) connection).channel().pipeline().firstContext();
        if (first == null) {
            none(connection);
        } else {
            first.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.UTF_8))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Answers a request whose body is no longer waited for. */
    static void answer(HttpServerRequest request, Problem problem) {
        if (request.response().headWritten()) {
            none(request.connection());
        } else {
            request.response().putHeader("Connection", "close");
            Answers.send(request.response(), problem, Answers.json(problem, TraceParent.fresh()))
                    .onComplete(told -> none(request.connection()));
        }
    }
}
