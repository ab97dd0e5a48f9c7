package dev.callist.testkit.local;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A factory that creates a client's sockets alike for every destination. */
public abstract class PlainSocketFactory extends SocketFactory {
    @Override
    public abstract Socket createSocket();

    @Override
    public final Socket createSocket(String host, int port) {
        return createSocket();
    }

    @Override
    public final Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port) {
        return createSocket();
    }

    @Override
    public final Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket();
    }
}
