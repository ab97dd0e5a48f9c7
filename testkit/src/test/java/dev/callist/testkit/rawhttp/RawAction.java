package dev.callist.testkit.rawhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;

/** How a {@link Relay} answers a request; the connection ends afterwards, unless the action says otherwise. */
public record RawAction(String verb, String argument) {
    private static final int A_LONG_TIME = 60_000;

    /** Reads an action such as {@code reset 30}: the connection is reset after 30 % of the response. */
    public static RawAction parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? new RawAction(text, "")
                : new RawAction(text.substring(0, blank), EscapedText.of(text.substring(blank + 1)));
    }

    /** Whether the connection stays open afterwards. */
    public boolean goesOn() {
        return verb.equals("shared");
    }

    /** Whether it happens before the request has been read. */
    boolean isEarly() {
        return verb.equals("early");
    }

    public void on(RawExchange exchange) throws IOException {
        switch (verb) {
            case "send", "early" -> exchange.send(argument.getBytes(ISO_8859_1));
            case "before" -> {
                exchange.send(argument.getBytes(ISO_8859_1));
                exchange.send(exchange.correctResponse());
            }
            case "cut" -> sendPart(exchange);
            case "reset" -> {
                sendPart(exchange);
                exchange.reset();
            }
            case "stall" -> {
                sendPart(exchange);
                exchange.pause(A_LONG_TIME);
            }
            case "pause" -> {
                byte[] truth = exchange.correctResponse();
                exchange.send(truth, 0, truth.length / 2);
                exchange.pause(number());
                exchange.send(truth, truth.length / 2, truth.length);
            }
            case "drip" -> drip(exchange, exchange.correctResponse(), 0);
            case "drip-body" -> {
                byte[] truth = exchange.correctResponse();
                int body = RawMessage.bodyStart(truth);
                exchange.send(truth, 0, body);
                drip(exchange, truth, body);
            }
            case "endless" -> endless(exchange);
            case "length" -> length(exchange);
            case "shared" -> shared(exchange);
            case "unframed" -> unframed(exchange, "", "");
            case "chunk" -> unframed(exchange, "Transfer-Encoding: chunked\r\n", argument);
            case "deaf" -> {
                exchange.client().shutdownInput();
                exchange.send(exchange.correctResponse());
            }
            default -> throw new IllegalArgumentException("no such act: " + verb);
        }
    }

    private void sendPart(RawExchange exchange) throws IOException {
        byte[] truth = exchange.correctResponse();
        exchange.send(truth, 0, truth.length * number() / 100);
    }

    private void drip(RawExchange exchange, byte[] answer, int from) throws IOException {
        for (int i = from; i < answer.length && !exchange.pause(number()); i++) {
            exchange.send(answer, i, i + 1);
        }
    }

    /** Sends the first line once and repeats the others endlessly. */
    private void endless(RawExchange exchange) throws IOException {
        int end = argument.indexOf('\n') + 1;
        exchange.send(argument.substring(0, end).getBytes(ISO_8859_1));
        byte[] again = argument.substring(end).repeat(20).getBytes(ISO_8859_1);
        while (!exchange.pause(0)) {
            exchange.send(again);
        }
    }

    /** Sends the response with a Content-Length that is off by this number. */
    private void length(RawExchange exchange) throws IOException {
        byte[] truth = exchange.correctResponse();
        int body = RawMessage.bodyStart(truth);
        send(exchange, truth, "Content-Length: " + (truth.length - body + number()) + "\r\n", "");
    }

    /** Sends a percentage of the body with a matching Content-Length; the whole response follows on the connection. */
    private void shared(RawExchange exchange) throws IOException {
        byte[] truth = exchange.correctResponse();
        int body = RawMessage.bodyStart(truth);
        byte[] part = Arrays.copyOf(truth, body + (truth.length - body) * number() / 100);
        send(exchange, part, "Content-Length: " + (part.length - body) + "\r\n", "");
        exchange.send(truth);
    }

    /** Sends the response without a length, so that it ends with the connection; a first chunk has the whole body. */
    private static void unframed(RawExchange exchange, String header, String rest) throws IOException {
        byte[] truth = exchange.correctResponse();
        int body = RawMessage.bodyStart(truth);
        String size = header.isEmpty() ? "" : Integer.toHexString(truth.length - body) + "\r\n";
        send(exchange, truth, header, size);
        exchange.send(rest.getBytes(ISO_8859_1));
    }

    private static void send(RawExchange exchange, byte[] truth, String header, String size) throws IOException {
        int start = RawMessage.bodyStart(truth);
        String head = new String(truth, 0, start - 2, ISO_8859_1).replaceAll("(?im)^content-length:.*\r\n", "");
        byte[] body = Arrays.copyOfRange(truth, start, truth.length);
        exchange.send((head + header + "\r\n" + size).getBytes(ISO_8859_1));
        exchange.send(body);
    }

    private int number() {
        return argument.isEmpty() ? 0 : Integer.parseInt(argument);
    }
}
