package dev.callist.cli;

import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.ListingListener;
import dev.callist.cli.console.Console;
import dev.callist.cli.providers.Account;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name an account and configure the connection to its server. */
final class AccountOptions {
    @Option(names = "--workspace", paramLabel = "ID", description = "Bird: the workspace (required).")
    private Optional<String> workspace = Optional.empty();

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "Bird: only this channel (default: all channels of the workspace).")
    private Optional<String> channel = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = {
                "The root of the API; https, or http on this machine. Defaults:",
                "bird: https://api.bird.com",
                "signalwire: https://SPACE.signalwire.com, from SIGNALWIRE_SPACE",
                "plivo-dialer: no default; give https://TENANT/api/v1",
                "search: https://api.whippy.co/v1"
            })
    private Optional<URI> baseUrl = Optional.empty();

    @Option(names = "--call-timeout", paramLabel = "TIME", description = "Time limit of one attempt (default: 60s).")
    private Optional<Duration> callTimeout = Optional.empty();

    @Option(names = "--max-attempts", paramLabel = "N", description = "Attempts for each request (default: 5).")
    private Optional<Integer> maxAttempts = Optional.empty();

    Account account(Console console, ListingListener listener) {
        return new Account(baseUrl, workspace, channel, console.environment(), clientOptions(listener));
    }

    private ClientOptions clientOptions(ListingListener listener) {
        ClientOptionsBuilder options = ClientOptions.builder()
                .listener(listener)
                .keepRawJson(false)
                .userAgent("callist/" + CommandHelp.version());
        callTimeout.ifPresent(options::callTimeout);
        callTimeout
                .filter(time -> time.compareTo(ClientOptions.defaults().readTimeout()) > 0)
                .ifPresent(options::readTimeout);
        maxAttempts.ifPresent(options::maxAttempts);
        return options.build();
    }
}
