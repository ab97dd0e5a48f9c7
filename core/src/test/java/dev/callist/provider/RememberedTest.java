package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallParty;
import dev.callist.ClientOptions;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The memory kept from page to page does not grow with what a server sends. */
@Isolated("it measures the memory of the JVM")
class RememberedTest {
    private static final long A_LITTLE = 16 << 20;

    /** A row whose fields may each be followed by others. */
    record Wide(
            @Nullable String a,
            @Nullable String b,
            @Nullable String c,
            @Nullable String d,
            @Nullable String e) {}

    /** A page of them. */
    record WidePage(@Nullable Rows<Wide> results) implements Envelope<Wide> {
        @Override
        public @Nullable Rows<Wide> rows() {
            return results;
        }
    }

    @Test
    void forgetsTheNamesOfUnknownFields() throws IOException {
        DocumentReader reader = JsonClient.documents(InstantFormat.ISO, TimeUnit.SECONDS, ClientOptions.defaults());
        read(reader, "{\"results\":[{\"a\":\"1\"}]}");
        long before = used();
        for (String known : List.of("a", "b", "c", "d", "e")) {
            StringBuilder row = new StringBuilder("{\"results\":[{\"" + known + "\":\"1\"");
            for (int i = 0; i < 9_000; i++) {
                row.append(",\"")
                        .append("n".repeat(900))
                        .append(known)
                        .append(i)
                        .append("\":1");
            }
            read(reader, row.append("}]}").toString());
        }

        assertThat(used() - before).isLessThan(A_LITTLE);
        read(reader, "{\"results\":[]}");
    }

    @Test
    void readsNoNumberByWhatIsNoCountryAndForgetsIt() {
        long before = used();
        for (int i = 0; i < 32; i++) {
            CallParty party = CallParty.builder()
                    .kind(CallParty.Kind.PHONE)
                    .address("202555014" + i)
                    .countryCode("US".repeat(500_000))
                    .build();
            assertThat(party.e164()).isEmpty();
        }

        assertThat(used() - before).isLessThan(A_LITTLE);
    }

    private static void read(DocumentReader reader, String json) throws IOException {
        reader.read(BodyBytes.of(json.getBytes(StandardCharsets.UTF_8)), JsonClient.typeOf(WidePage.class, reader));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
