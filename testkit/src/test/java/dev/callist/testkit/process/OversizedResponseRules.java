package dev.callist.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.matrix.FaultTable;
import dev.callist.testkit.rawhttp.SocketServer;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Oversized responses fail in a heap of 96 MiB, with the default limits, as they would in a large one. */
interface OversizedResponseRules extends ProviderUnderTest {
    @Test
    @Timeout(300)
    default void refusesEveryFloodInASmallHeap() throws IOException, InterruptedException {
        List<SocketServer> servers = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        try (ContractFixture fixture = fixture(0)) {
            String list = FaultTable.read().wordsOf(fixture.lister().provider()).in("LIST");
            for (OversizedResponse flood : OversizedResponse.values()) {
                SocketServer server = flood.server(list);
                servers.add(server);
                arguments.add(flood.name());
                arguments.add("http://127.0.0.1:" + server.port()
                        + fixture.sandbox().url().getRawPath());
            }
            assertThat(ChildProcess.printed("96m", OversizedResponseWalk.class, this, arguments))
                    .isEqualTo(Stream.of(OversizedResponse.values())
                            .map(flood -> OversizedResponseWalk.ended(
                                    flood, expected(flood).toString()))
                            .toList());
        } finally {
            servers.forEach(SocketServer::close);
        }
    }

    private static Kind expected(OversizedResponse flood) {
        return switch (flood) {
            case ENDLESS_HEADERS, ENDLESS_HEADER -> Kind.NETWORK;
            case ENDLESS_ERROR, EMPTY_MEMBERS_OF_AN_ERROR, ENDLESS_CHUNK_OF_AN_ERROR -> Kind.PERMISSION;
            case FIELDS_OF_A_ROW, IGNORED_FIELDS -> Kind.BAD_RESPONSE;
            default -> Kind.TOO_LARGE;
        };
    }
}
