package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers beyond measure fail in a heap of 96 MiB, with the usual limits, as they would in a large one. */
interface FloodRules extends ContractSubject {
    @Test
    @Timeout(300)
    default void refusesEveryFloodInASmallHeap() throws IOException, InterruptedException {
        List<SocketServer> servers = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        try (Trial trial = trial(0)) {
            String list = FaultTable.read().wordsOf(trial.lister().provider()).in("LIST");
            for (Flood flood : Flood.values()) {
                SocketServer server = flood.server(list);
                servers.add(server);
                arguments.add(flood.name());
                arguments.add("http://127.0.0.1:" + server.port()
                        + trial.sandbox().url().getRawPath());
            }
            assertThat(ChildProcess.printed("96m", FloodedWalk.class, this, arguments))
                    .isEqualTo(Stream.of(Flood.values())
                            .map(flood ->
                                    FloodedWalk.ended(flood, expected(flood).toString()))
                            .toList());
        } finally {
            servers.forEach(SocketServer::close);
        }
    }

    private static Kind expected(Flood flood) {
        return switch (flood) {
            case ENDLESS_HEADERS, ENDLESS_HEADER -> Kind.NETWORK;
            case ENDLESS_ERROR -> Kind.PERMISSION;
            case FIELDS_OF_A_ROW, IGNORED_FIELDS -> Kind.BAD_RESPONSE;
            default -> Kind.TOO_LARGE;
        };
    }
}
