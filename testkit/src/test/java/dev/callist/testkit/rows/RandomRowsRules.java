package dev.callist.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.local.LocalSocketFactory;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Thousands of random rows, whose fields have other types, other spellings and broken texts, in lists that are read
 * with random queries: no matching call is left out of a list that is COMPLETE, nothing is misread, and one row never
 * ends a walk. Each list follows from its seed: {@code -Dcallist.rowSeed=N} reads one of them, {@code -Dcallist.rows=N}
 * reads lists with that many rows in all, {@code -Dcallist.firstRowSeed=N} starts with another one.
 */
public interface RandomRowsRules extends ProviderUnderTest {
    /** How the provider writes rows. */
    RowProtocol rowProtocol();

    @Test
    @Timeout(3_600)
    default void findsEveryCallAmongOddRows() {
        Optional<Long> single = Optional.ofNullable(Long.getLong("callist.rowSeed"));
        long first = single.orElse(Long.getLong("callist.firstRowSeed", 1));
        long cases = single.map(any -> 1L).orElse(Integer.getInteger("callist.rows", 4_000) / (long) OddRowCase.ROWS);
        int workers = Runtime.getRuntime().availableProcessors();
        List<ObjectNode> wellFormed = wellFormedRows();
        List<String> flaws = IntStream.range(0, workers)
                .parallel()
                .boxed()
                .flatMap(worker -> flaws(
                        LongStream.range(first, first + cases).filter(seed -> seed % workers == worker), wellFormed))
                .toList();
        assertThat(flaws.size() + " flaws\n" + String.join("\n", flaws.subList(0, Math.min(flaws.size(), 20))))
                .isEqualTo("0 flaws\n");
    }

    /** The flaws of the lists of some seeds, which are read one after the other. */
    private Stream<String> flaws(LongStream seeds, List<ObjectNode> wellFormed) {
        RowProtocol protocol = rowProtocol();
        AtomicReference<OddRowCase> current = new AtomicReference<>();
        try (Sandbox address = sandbox(0);
                CallLister trusting = lister(address, current, true);
                CallLister wary = lister(address, current, false)) {
            List<String> flaws = seeds.mapToObj(seed -> {
                        CallLister lister = seed % 2 == 0 ? trusting : wary;
                        OddRowCase rows = new OddRowCase(seed, protocol, wellFormed);
                        rows.serve(lister);
                        current.set(rows);
                        return rows.flaw(lister);
                    })
                    .flatMap(Optional::stream)
                    .toList();
            return flaws.stream();
        }
    }

    private CallLister lister(Sandbox address, AtomicReference<OddRowCase> current, boolean isTrusting) {
        return lister(
                address.url(),
                secret(),
                ContractFixture.quick()
                        .trustServerFilters(isTrusting)
                        .httpClient(LocalSocketFactory.clientOf(
                                request -> current.get().answer(request)))
                        .build());
    }

    private List<ObjectNode> wellFormedRows() {
        JsonMapper mapper = new JsonMapper();
        try (ContractFixture fixture = fixture(60)) {
            return fixture.lister().list(CallQuery.all()).stream()
                    .flatMap((Call call) -> call.rawJson().stream())
                    .map(json -> {
                        try {
                            return (ObjectNode) mapper.readTree(json);
                        } catch (JsonProcessingException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
