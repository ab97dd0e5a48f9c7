package dev.callist.testkit.rawhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy that opens tunnels, or refuses to, and records all requests. */
public final class ConnectProxy implements AutoCloseable {
    /** How a proxy asks for credentials. */
    public static final String WHO =
            "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n";

    private static final Pattern TARGET = Pattern.compile("CONNECT 127\\.0\\.0\\.1:(\\d+) HTTP/1\\.1\r\n(?s:.*)");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream tunnelled = new ByteArrayOutputStream();
    private final SocketServer server;

    private ConnectProxy(Answers answers) {
        this.server = SocketServer.start(client -> serve(client, answers));
    }

    /** The proxy's refusal; an empty one opens the tunnel. */
    interface Answers {
        String to(String asked);
    }

    /** A proxy that accepts every client. */
    public static ConnectProxy open() {
        return new ConnectProxy(asked -> "");
    }

    /** A proxy that accepts clients with these credentials. */
    public static ConnectProxy guarded(String credentials) {
        return new ConnectProxy(asked -> asked.contains("\r\nProxy-Authorization: " + credentials + "\r\n") ? "" : WHO);
    }

    /** A proxy that always sends this response. */
    public static ConnectProxy answering(String answer) {
        return new ConnectProxy(asked -> answer);
    }

    public Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    }

    /** The heads of all requests to the proxy itself. */
    public List<String> asked() {
        return asked;
    }

    /** The bytes that passed through the tunnels. */
    public String tunnelled() {
        return tunnelled.toString(ISO_8859_1);
    }

    private void serve(Socket client, Answers answers) throws IOException {
        while (true) {
            String head = new String(RawMessage.read(client.getInputStream()), ISO_8859_1);
            asked.add(head);
            Matcher target = TARGET.matcher(head);
            String answer = target.matches() ? answers.to(head) : "HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n";
            if (answer.isEmpty()) {
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
                SocketServer.join(client, Integer.parseInt(target.group(1)), tunnelled);
                return;
            }
            client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
