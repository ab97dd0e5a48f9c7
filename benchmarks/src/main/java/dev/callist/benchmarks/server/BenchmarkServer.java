package dev.callist.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Serves one list on a loopback port, which it prints, until its input ends. Its arguments are those of a {@link Setting}.
 */
final class BenchmarkServer {
    private final Served list;
    private final Setting setting;
    private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

    private BenchmarkServer(Setting setting) {
        this.list = setting.shape().served(setting.calls());
        this.setting = setting;
    }

    /** Runs the server of this process. */
    public static void main(String... args) throws IOException {
        BenchmarkServer lists = new BenchmarkServer(Setting.parse(args));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", lists::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // waits for the end of the input
        }
        System.exit(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestURI().toString();
            byte[] body = list.answer(exchange.getRequestMethod(), target, asked);
            if (setting.gzip()) {
                String key = setting.shape().essence(target + new String(asked, StandardCharsets.UTF_8));
                byte[] plain = body;
                body = packed.computeIfAbsent(key, any -> packed(plain));
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            Thread.sleep(setting.latencyMillis());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
