package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.SignalWireSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    private final BirdSandbox sandbox = BirdSandbox.start(2500);
    private final BirdConfig config = BirdConfig.builder()
            .workspaceId(BirdSandbox.WORKSPACE_ID)
            .accessKey(BirdSandbox.ACCESS_KEY)
            .baseUrl(sandbox.url())
            .build();
    private final BirdCalls calls = BirdCalls.create(config);

    @AfterEach
    void close() {
        calls.close();
        sandbox.close();
    }

    @Test
    void quickstartPrintsALineForEachCall() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Quickstart.print(config, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(100)
                .allMatch(line -> line.matches("\\S+Z [A-Z_]+ from \\S+"));
    }

    @Test
    void mergingProvidersPrintsTheNewestCallsOfBoth() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SignalWireSandbox other = SignalWireSandbox.start(2500)) {
            SignalWireConfig signalWire = SignalWireConfig.builder()
                    .baseUrl(other.url())
                    .projectId(SignalWireSandbox.PROJECT_ID)
                    .apiToken(SignalWireSandbox.API_TOKEN)
                    .build();
            MergeProviders.print(config, signalWire, new PrintStream(out, true, StandardCharsets.UTF_8));
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(100)
                .anyMatch(line -> line.contains(" bird "))
                .anyMatch(line -> line.contains(" signalwire "))
                .isSortedAccordingTo((one, two) ->
                        Instant.parse(two.split(" ", -1)[0]).compareTo(Instant.parse(one.split(" ", -1)[0])));
    }

    @Test
    void resumingAListingReadsEveryCallOnce(@TempDir Path folder) throws IOException {
        Path resumeFile = folder.resolve("resume-point");
        List<String> ids = new ArrayList<>();
        assertThat(ResumeAListing.readPortion(calls, resumeFile, 1000, call -> ids.add(call.id())))
                .isTrue();
        assertThat(ids).hasSize(1000);
        assertThat(ResumeAListing.readPortion(calls, resumeFile, 1000, call -> ids.add(call.id())))
                .isTrue();
        assertThat(ResumeAListing.readPortion(calls, resumeFile, 1000, call -> ids.add(call.id())))
                .isFalse();
        assertThat(ids).isEqualTo(IntStream.range(0, 2500).mapToObj(sandbox::id).toList());
    }

    @Test
    void writingAReportCountsTheCallsOfAMonth(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("report.html");
        WriteAReport.write(calls, page);
        assertThat(Files.readString(page))
                .contains("Calls created from 2026-02-01 00:00 WET and before 2026-03-01 00:00 WET.")
                .contains("Complete: every call that the source had was counted.");
    }
}
