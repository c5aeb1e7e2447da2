package com.acmecorp.web.limit;

import org.jspecify.annotations.Nullable;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds out who a client is: the other end of the connection, or whom a trusted proxy there names. What anybody else
 * says in X-Forwarded-For is not believed.
 */
public final class Clients {

    private static final Client UNKNOWN = new Client("unknown", true);
    private static final int NETWORK_HALF = 8;

    private final List<Network> proxies;
    private final boolean loopbackToo;

    public Clients(LimitsConfig config) {
        this.proxies = config.trustedProxies().stream().map(Network::of).toList();
        this.loopbackToo = config.loopback();
    }

    /**
     * The client of a request.
     *
     * @param peer the literal address of the connection's other end
     * @param forwardedFor that header: proxies add whom they heard at its end
     */
    public Client of(@Nullable String peer, @Nullable String forwardedFor) {
        InetAddress address = peer == null ? null : Network.address(peer);
        if (address == null) {
            return UNKNOWN;
        }
        return client(
                forwardedFor != null && isProxy(address) ? named(address, forwardedFor) : address);
    }

    /** The end of a connection; a trusted proxy isn't limited, because many clients come by it. */
    public Client ofConnection(@Nullable String peer) {
        Client client = of(peer, null);
        InetAddress address = peer == null ? null : Network.address(peer);
        return address != null && isProxy(address) ? new Client(client.key(), false) : client;
    }

    /** From the end to the front, the first that is no proxy of ours; what no proxy of ours has written isn't read. */
    private InetAddress named(InetAddress proxy, String forwardedFor) {
        InetAddress named = proxy;
        List<String> hops = Arrays.asList(forwardedFor.split(",", -1)).reversed();
        for (String hop : hops) {
            InetAddress address = Network.address(withoutPort(hop.strip()));
            if (address == null) {
                return named;
            }
            named = address;
            if (!isProxy(address)) {
                return named;
            }
        }
        return named;
    }

    /** Some proxies add the client's port: 192.0.2.1:4711, or [2001:db8::1]:4711. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private Client client(InetAddress address) {
        boolean limited = loopbackToo || !address.isLoopbackAddress();
        byte[] bytes = address.getAddress();
        return new Client(
                address instanceof Inet6Address
                        ? HexFormat.of().formatHex(bytes, 0, NETWORK_HALF) + "::/64"
                        : address.getHostAddress(),
                limited);
    }
}
