package com.acmecorp.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Has Vert.x answer what it would only hang up on. A request of another version than HTTP/1.0 or 1.1 becomes one that
 * can't be decoded. A body that can't be decoded ends where the mistake is, and its request is marked as malformed, so
 * that its call refuses it and the connection is closed after the answer. Vert.x has no setting for either; its answers
 * come from the same code as all others, in the order of the requests.
 */
final class MalformedMessages extends ChannelDuplexHandler {

    private static final String VERTX = "handler";
    private static final Set<HttpVersion> SPOKEN =
            Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    private @Nullable HttpRequest request;
    private int unanswered;
    private boolean finalResponse;
    private boolean isOver;

    /** Says what is wrong with a request whose version isn't spoken here. */
    static final class UnknownVersion extends Exception {

        private static final long serialVersionUID = 1;

        UnknownVersion() {
            super("neither HTTP/1.0 nor HTTP/1.1", null, false, false);
        }
    }

    static void watch(HttpConnection connection) {
        if (connection instanceof ConnectionBase known) {
            known.channel()
                    .pipeline()
                    .addBefore(VERTX, "malformedMessages", new MalformedMessages());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (isOver) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest head) {
            unanswered++;
            begin(context, head);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            cutOff(context, content);
        } else {
            super.channelRead(context, message);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) throws Exception {
        if (SPOKEN.contains(head.protocolVersion()) || head.decoderResult().isFailure()) {
            request = head;
            super.channelRead(context, head);
            return;
        }
        HttpRequest unknown = new DefaultHttpRequest(
                HttpVersion.HTTP_1_1, head.method(), head.uri(), head.headers());
        unknown.setDecoderResult(DecoderResult.failure(new UnknownVersion()));
        super.channelRead(context, unknown);
        end(context);
    }

    private void cutOff(ChannelHandlerContext context, HttpObject broken) throws Exception {
        boolean isAnswered = unanswered == 0;
        if (request != null) {
            request.setDecoderResult(broken.decoderResult());
        }
        ReferenceCountUtil.release(broken);
        end(context);
        if (isAnswered) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Nothing behind a mistake is read as a request. */
    private void end(ChannelHandlerContext context) throws Exception {
        isOver = true;
        super.channelRead(context, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        if (message instanceof HttpResponse head) {
            finalResponse = head.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && finalResponse) {
            unanswered--;
        }
        super.write(context, message, promise);
    }
}
