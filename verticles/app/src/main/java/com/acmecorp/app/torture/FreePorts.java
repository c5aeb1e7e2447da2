package com.acmecorp.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine that were free a moment ago. */
public final class FreePorts {

    /** Below those that systems give to outgoing calls: such a port could be taken before we listen. */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** That many, each a different one. */
    public static List<Integer> find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            while (held.size() < count) {
                held.add(listen(ATTEMPTS));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static ServerSocket listen(int attempts) throws IOException {
        try {
            return new ServerSocket(
                    ThreadLocalRandom.current().nextInt(LOWEST, BEYOND),
                    1,
                    InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            if (attempts == 1) {
                throw e;
            }
            return listen(attempts - 1);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
