package com.acmecorp.app.simulation;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.transport.Transport;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The event loop of a real Vert.x that runs on the test's own thread, when the test says so, and whose timers go by the
 * simulated time.
 */
final class SimulatedLoop extends ManualIoEventLoop {

    private static final long NEVER = Long.MAX_VALUE;

    SimulatedLoop(SimulatedTime time) {
        super(null, Thread.currentThread(), LocalIoHandler.newFactory(), time);
    }

    /** When its next timer is due, in nanoseconds of the simulated time. */
    long nextTimerNanos() {
        long next = nextScheduledTaskDeadlineNanos();
        return next < 0 ? NEVER : next;
    }

    /** A Vert.x that has this loop and no other thread. */
    Vertx vertx() {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(1)
                .setBlockedThreadCheckInterval(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS);
        VertxBootstrap bootstrap = VertxBootstrap.create().options(options);
        bootstrap.executorServiceFactory((threads, size, most) -> new SameThread());
        bootstrap.transport(new OneLoop(this));
        bootstrap.init();
        return bootstrap.vertx();
    }

    /** The transport of a process that never opens a socket. */
    private record OneLoop(SimulatedLoop loop) implements Transport {

        @Override
        public EventLoopGroup eventLoopGroup(
                int type, int threads, ThreadFactory factory, int ioRatio) {
            return new LoopGroup(loop);
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return LocalIoHandler.newFactory();
        }

        @Override
        public DatagramChannel datagramChannel() {
            throw noSockets();
        }

        @Override
        @SuppressWarnings("deprecation") // It is what the interface asks for.
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            throw noSockets();
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            throw noSockets();
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            throw noSockets();
        }

        private static UnsupportedOperationException noSockets() {
            return new UnsupportedOperationException("there are no sockets in the simulation");
        }
    }
}
