package dev.callist.testkit;

import dev.callist.testkit.internal.server.FaultEffect;
import dev.callist.testkit.rules.PageEditor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.ByteString;

/** Faults that only our own tests inject. */
public final class RigFaults {
    private RigFaults() {}

    /** A fault with any effect. */
    public static Fault of(String name, FaultEffect effect) {
        return Fault.of(name, effect);
    }

    /** The correct response with its page changed. */
    public static Fault edited(Consumer<PageEditor> edit) {
        return Fault.rewritten(text -> PageEditor.edited(text, edit));
    }

    /** The response of another fault with its bytes changed. */
    public static Fault rewrittenBytes(Fault fault, UnaryOperator<ByteString> body) {
        return Fault.of("rewritten", exchange -> {
            MockResponse.Builder answer = fault.effect().respond(exchange);
            return answer.body(new Buffer().write(body.apply(ByteString.encodeUtf8(Fault.text(answer)))));
        });
    }
}
