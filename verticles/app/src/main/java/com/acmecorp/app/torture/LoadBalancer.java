package com.acmecorp.app.torture;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of this machine whose connections go to several nodes by turns; a node that takes none is passed over. */
record LoadBalancer(NetClient client, List<Integer> nodes, AtomicInteger next) {

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Opens it; blocks. It closes with its Vert.x.
     *
     * @param nodes the ports that connections go to
     */
    static void open(Vertx vertx, int port, List<Integer> nodes) {
        LoadBalancer balancer =
                new LoadBalancer(vertx.createNetClient(), List.copyOf(nodes), new AtomicInteger());
        vertx.createNetServer()
                .connectHandler(near -> balancer.connect(near.pause(), nodes.size()))
                .listen(port, LOOPBACK)
                .await();
    }

    private void connect(NetSocket near, int attempts) {
        int node = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
        client.connect(node, LOOPBACK).onSuccess(far -> join(near, far)).onFailure(refused -> {
            if (attempts > 1) {
                connect(near, attempts - 1);
            } else {
                hangUp(near);
            }
        });
    }

    /** An end of one is the end of the other, for no answer of a node that ended comes any more. */
    private static void join(NetSocket near, NetSocket far) {
        near.pipeTo(far).onComplete(over -> hangUp(near));
        far.pipeTo(near).onComplete(over -> hangUp(far));
    }

    /** A socket that is closed already stays so. */
    private static void hangUp(NetSocket socket) {
        socket.close().onFailure(gone -> socket.closeHandler(closed -> {}));
    }
}
