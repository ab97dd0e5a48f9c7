package dev.callist.cli.providers;

import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account whose calls a command reads, and the options of its client.
 *
 * @param baseUrl the root of the API; absent for the provider's usual one
 * @param workspace the value of {@code --workspace}
 * @param channel the value of {@code --channel}
 * @param environment the environment variables, which hold the secrets and SignalWire's ids
 * @param options the options of the client
 */
public record Account(
        Optional<URI> baseUrl,
        Optional<String> workspace,
        Optional<String> channel,
        Map<String, String> environment,
        ClientOptions options) {
    /** Returns this account at another base URL. */
    public Account withBaseUrl(URI url) {
        return new Account(Optional.of(url), workspace, channel, environment, options);
    }

    /** Returns this account with other environment variables. */
    public Account withEnvironment(Map<String, String> variables) {
        return new Account(baseUrl, workspace, channel, variables, options);
    }

    /** Returns this account with other client options. */
    public Account withOptions(ClientOptions clientOptions) {
        return new Account(baseUrl, workspace, channel, environment, clientOptions);
    }

    /** Returns the value of an environment variable, which must be set. */
    String requiredVariable(String name) {
        return variable(name)
                .orElseThrow(
                        () -> CommandException.invalidConfig(name + " is missing; set it as an environment variable"));
    }

    /** Returns the value of an environment variable that is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns whether the command line names an account, so that no sandbox may be listed in its place. */
    public boolean isNamed() {
        return baseUrl.isPresent() || workspace.isPresent() || channel.isPresent();
    }

    /** Checks that a base URL is used with one provider only, so that it never receives another provider's credential. */
    public void checkBaseUrl(int providers) {
        if (baseUrl.isPresent() && providers != 1) {
            throw CommandException.invalidConfig("--base-url works with one provider only; name it with --provider");
        }
    }

    /** Returns the options that name this account on a command line. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        baseUrl.ifPresent(url -> arguments.addAll(List.of("--base-url", url.toString())));
        workspace.ifPresent(id -> arguments.addAll(List.of("--workspace", id)));
        channel.ifPresent(id -> arguments.addAll(List.of("--channel", id)));
        return arguments;
    }

    /** Returns the ids only, because the environment holds secrets. */
    @Override
    public String toString() {
        return "Account[" + String.join(" ", arguments()) + "]";
    }
}
