package dev.callist.testkit.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callist.testkit.Fault;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.rawhttp.EscapedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.SocketEffect;

/** The steps of a line, applied to each response that has the fault. */
record ResponseSteps(List<Step> steps, String listKey) {
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();

    /** Reads steps such as {@code status 503; header Retry-After: 7}. */
    static ResponseSteps parse(String text, String listKey) {
        return new ResponseSteps(
                Stream.of(text.split("; ", -1)).map(Step::parse).toList(), listKey);
    }

    Fault fault() {
        return RigFaults.of(steps.toString(), exchange -> {
            FaultyResponse reply = FaultyResponse.truth(exchange);
            steps.forEach(step -> apply(step, reply));
            return reply.finished();
        });
    }

    private void apply(Step step, FaultyResponse reply) {
        String argument = step.argument();
        switch (step.verb()) {
            case "status" -> reply.becomeError(Integer.parseInt(argument));
            case "code" -> reply.http().code(Integer.parseInt(argument));
            case "header" -> header(argument, reply);
            case "body" -> reply.body(argument.getBytes(UTF_8));
            case "type" -> reply.http().setHeader("Content-Type", argument);
            case "append" -> reply.body((text(reply) + argument).getBytes(UTF_8));
            case "prepend" -> reply.body((argument + text(reply)).getBytes(UTF_8));
            case "cut" ->
                reply.body(Arrays.copyOf(reply.body(), reply.body().length * Integer.parseInt(argument) / 100));
            case "flip" -> flip(reply);
            case "encode" -> reply.body(text(reply).getBytes(Charset.forName(argument)));
            case "declare" -> reply.http().setHeader("Content-Type", "application/json; charset=" + argument);
            case "gzip" -> gzip(reply);
            case "chunked" -> reply.chunk();
            case "drop" -> reply.http().onResponseStart(CLOSE);
            case "break" -> reply.http().onResponseBody(CLOSE);
            case "silent" -> reply.hold();
            default -> json(step.verb(), argument, reply);
        }
    }

    private void json(String verb, String argument, FaultyResponse reply) {
        PageJson page = PageJson.of(reply.body(), listKey);
        int blank = argument.indexOf(' ');
        String name = blank < 0 ? argument : argument.substring(0, blank);
        String value = blank < 0 ? "" : argument.substring(blank + 1);
        switch (verb) {
            case "set" -> page.set(name, value);
            case "remove" -> page.remove(name);
            case "row" -> page.setInRow(name, value);
            case "row-without" -> page.removeInRow(name);
            case "row-is" -> page.replaceRow(argument);
            case "rows" -> page.repeatRow(Integer.parseInt(argument));
            default -> throw new IllegalArgumentException("no such step: " + verb);
        }
        reply.body(page.bytes());
    }

    /** One change to a response. */
    record Step(String verb, String argument) {
        static Step parse(String text) {
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new Step(text, "")
                    : new Step(text.substring(0, blank), EscapedText.of(text.substring(blank + 1)));
        }
    }

    private static void header(String line, FaultyResponse reply) {
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1);
        reply.http().addHeaderLenient(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    }

    private static void flip(FaultyResponse reply) {
        byte[] body = reply.body().clone();
        body[body.length - 6] ^= 1;
        reply.body(body);
    }

    private static void gzip(FaultyResponse reply) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        reply.body(zipped.toByteArray());
        reply.http().setHeader("Content-Encoding", "gzip");
    }

    private static String text(FaultyResponse reply) {
        return new String(reply.body(), UTF_8);
    }
}
