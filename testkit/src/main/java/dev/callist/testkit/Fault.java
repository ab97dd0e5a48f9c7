package dev.callist.testkit;

import dev.callist.testkit.internal.server.FaultEffect;
import dev.callist.testkit.internal.server.PendingExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** Something that goes wrong with a response of a {@link Sandbox}. Immutable: one may be used for many requests. */
public final class Fault {
    private static final Fault NONE = new Fault("none", PendingExchange::correctResponse);

    private static final String CONTENT_TYPE = "Content-Type";
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
    private static final int FOUND = 302;

    private final String name;
    private final FaultEffect effect;

    private Fault(String name, FaultEffect effect) {
        this.name = name;
        this.effect = effect;
    }

    /** A fault with any effect. */
    public static Fault of(String name, FaultEffect effect) {
        return new Fault(name, effect);
    }

    /** No fault: the correct response. It overrides {@link Sandbox#always} for one request. */
    public static Fault none() {
        return NONE;
    }

    /** A response of this status with the body that the provider sends with it. */
    public static Fault status(int status) {
        return new Fault("status " + status, exchange -> exchange.error(status));
    }

    /** A response of this status with a body of your own. */
    public static Fault status(int status, String body, String contentType) {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(contentType, "contentType");
        return new Fault("status " + status, exchange -> new MockResponse.Builder()
                .code(status)
                .setHeader(CONTENT_TYPE, contentType)
                .body(body));
    }

    /** A response of status 200 with a body of your own. */
    public static Fault body(String body, String contentType) {
        return status(200, body, contentType);
    }

    /** A response of status 302 that leads elsewhere. */
    public static Fault redirect(String location) {
        Objects.requireNonNull(location, "location");
        return new Fault(
                "redirect", exchange -> new MockResponse.Builder().code(FOUND).setHeader("Location", location));
    }

    /** The correct response, made and sent after this time. */
    public static Fault delayed(Duration time) {
        Objects.requireNonNull(time, "time");
        return new Fault("delayed " + time, exchange -> {
            exchange.pause(time);
            return exchange.correctResponse();
        });
    }

    /** The correct response with its body changed. */
    public static Fault rewritten(UnaryOperator<String> body) {
        Objects.requireNonNull(body, "body");
        return new Fault("rewritten", exchange -> {
            MockResponse.Builder answer = exchange.correctResponse();
            return answer.body(body.apply(text(answer)));
        });
    }

    /** The correct response, sent byte by byte, so slowly that its end is never seen. */
    public static Fault trickling() {
        return new Fault(
                "trickling", exchange -> exchange.correctResponse().throttleBody(1, 100, TimeUnit.MILLISECONDS));
    }

    /** Half of the correct response's body; then the connection ends. */
    public static Fault cutInBody() {
        return new Fault("cut in body", exchange -> exchange.correctResponse().onResponseBody(CLOSE));
    }

    /** The connection ends without a response. */
    public static Fault dropped() {
        return new Fault("dropped", exchange -> new MockResponse.Builder().onResponseStart(CLOSE));
    }

    /** The request is accepted and never answered; its connection ends when the sandbox is closed. */
    public static Fault silent() {
        return new Fault("silent", exchange -> {
            exchange.pauseForGood();
            return new MockResponse.Builder().onResponseStart(CLOSE);
        });
    }

    /** This fault with one more header on its response; the value is sent as it is, even if it makes no sense. */
    public Fault withHeader(String header, String value) {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(value, "value");
        return new Fault(name, exchange -> effect.respond(exchange).addHeaderLenient(header, value));
    }

    static String text(MockResponse.Builder answer) {
        MockResponseBody body = answer.build().getBody();
        Buffer text = new Buffer();
        try {
            if (body != null) {
                body.writeTo(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return text.readUtf8();
    }

    FaultEffect effect() {
        return effect;
    }

    /** The kind of fault; neither body nor headers. */
    @Override
    public String toString() {
        return "Fault[" + name + "]";
    }
}
