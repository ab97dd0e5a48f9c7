package dev.callist.benchmarks.server;

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
 * Serves one list on a loopback port until its standard input ends. Takes the arguments of a {@link WalkSetting} and
 * prints the port.
 */
final class BenchmarkServer {
    private final ServedList list;
    private final WalkSetting setting;
    private final Map<String, byte[]> compressed = new ConcurrentHashMap<>();

    private BenchmarkServer(WalkSetting setting) {
        this.list = setting.shape().serve(setting.calls());
        this.setting = setting;
    }

    /** Runs the server of this process. */
    public static void main(String... args) throws IOException {
        BenchmarkServer benchmark = new BenchmarkServer(WalkSetting.parse(args));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", benchmark::respond);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // wait for the end of the input
        }
        System.exit(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] requestBody = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestURI().toString();
            byte[] body = list.respond(exchange.getRequestMethod(), target, requestBody);
            if (setting.gzip()) {
                String key = setting.shape().cacheKey(target + new String(requestBody, StandardCharsets.UTF_8));
                byte[] plain = body;
                body = compressed.computeIfAbsent(key, missing -> gzip(plain));
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

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzipped.toByteArray();
    }
}
