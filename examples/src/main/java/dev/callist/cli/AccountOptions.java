package dev.callist.cli;

import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.ListingListener;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say whose calls, and how to talk to the server. */
final class AccountOptions {
    @Option(names = "--workspace", paramLabel = "ID", description = "Bird: the workspace (required).")
    private Optional<String> workspace = Optional.empty();

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "Bird: one channel; without it, all of the workspace.")
    private Optional<String> channel = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = {
                "The API root; https, or http on this machine. Usual:",
                "bird: https://api.bird.com",
                "signalwire: https://SPACE.signalwire.com, by SIGNALWIRE_SPACE",
                "plivo-dialer: none, https://TENANT/api/v1 must be given",
                "search: https://api.whippy.co/v1"
            })
    private Optional<URI> baseUrl = Optional.empty();

    @Option(names = "--call-timeout", paramLabel = "TIME", description = "How long one attempt may take; 60s.")
    private Optional<Duration> callTimeout = Optional.empty();

    @Option(names = "--max-attempts", paramLabel = "N", description = "Attempts at one request; 5.")
    private Optional<Integer> maxAttempts = Optional.empty();

    Account account(Console console, ListingListener listener) {
        return new Account(baseUrl, workspace, channel, console.environment(), options(listener));
    }

    private ClientOptions options(ListingListener listener) {
        ClientOptionsBuilder options = ClientOptions.builder()
                .listener(listener)
                .keepRawJson(false)
                .userAgent("callist/" + CommonText.version());
        callTimeout.ifPresent(options::callTimeout);
        callTimeout
                .filter(time -> time.compareTo(ClientOptions.defaults().readTimeout()) > 0)
                .ifPresent(options::readTimeout);
        maxAttempts.ifPresent(options::maxAttempts);
        return options.build();
    }
}
