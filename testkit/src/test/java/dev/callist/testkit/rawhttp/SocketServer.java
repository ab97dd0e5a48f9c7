package dev.callist.testkit.rawhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket server on a loopback port; each connection has its own thread, and is closed when its handler returns. */
public final class SocketServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Service service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private SocketServer(ServerSocket listening, Service service) {
        this.listening = listening;
        this.service = service;
    }

    /** Handles a connection. */
    public interface Service {
        void serve(Socket client) throws IOException;
    }

    public static SocketServer start(Service service) {
        try {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SocketServer server = new SocketServer(listening, service);
            started(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections have been made. */
    public int connections() {
        return connections.get();
    }

    /** Forwards bytes in both directions until one side ends; {@code sent} gets a copy of the client's. */
    public static void join(Socket client, int port, OutputStream sent) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.setTcpNoDelay(true);
            started(() -> handBack(server, client));
            InputStream in = client.getInputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                sent.write(bytes, 0, count);
                server.getOutputStream().write(bytes, 0, count);
            }
        }
    }

    private static void handBack(Socket server, Socket client) {
        try (client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException broken) {
            // One of the two has gone, and the other goes with it.
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                connections.incrementAndGet();
                started(() -> serve(client));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void serve(Socket client) {
        try (client) {
            service.serve(client);
        } catch (IOException broken) {
            // The client has gone.
        } finally {
            open.remove(client);
        }
    }

    private static void started(Runnable work) {
        Thread thread = new Thread(work, "sockets");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a socket cannot be closed", e);
        }
    }
}
