package dev.callist.cli;

import dev.callist.ClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose calls are asked for, and how.
 *
 * @param baseUrl the API root; absent for the provider's own
 * @param workspace {@code --workspace}
 * @param channel {@code --channel}
 * @param environment the variables that hold the secrets, and SignalWire's ids
 * @param options how to talk to the server
 */
record Account(
        Optional<URI> baseUrl,
        Optional<String> workspace,
        Optional<String> channel,
        Map<String, String> environment,
        ClientOptions options) {
    Account withBaseUrl(URI url) {
        return new Account(Optional.of(url), workspace, channel, environment, options);
    }

    Account withEnvironment(Map<String, String> other) {
        return new Account(baseUrl, workspace, channel, other, options);
    }

    Account withOptions(ClientOptions other) {
        return new Account(baseUrl, workspace, channel, environment, other);
    }

    /** The value of a variable that must be set. */
    String secret(String variable) {
        return variable(variable).orElseThrow(() -> Refusal.config(variable + " is not set in the environment"));
    }

    /** The variable's value, when it is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** What the provider cannot do without. */
    <T> T require(Optional<T> value, String option) {
        return value.orElseThrow(() -> Refusal.config("this provider needs " + option));
    }

    /** Whether the command line names an account, so that no other may be listed instead. */
    boolean isNamed() {
        return baseUrl.isPresent() || workspace.isPresent() || channel.isPresent();
    }

    /** A URL given for one provider must not get the credentials of another. */
    void refuseBaseUrlOfSeveral(List<Provider> providers) {
        if (baseUrl.isPresent() && providers.size() != 1) {
            throw Refusal.config("--base-url is one provider's: say whose with --provider");
        }
    }

    /** The options that name this account on a command line. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        baseUrl.ifPresent(url -> arguments.addAll(List.of("--base-url", url.toString())));
        workspace.ifPresent(id -> arguments.addAll(List.of("--workspace", id)));
        channel.ifPresent(id -> arguments.addAll(List.of("--channel", id)));
        return arguments;
    }

    /** The ids only: the environment holds secrets. */
    @Override
    public String toString() {
        return "Account[" + String.join(" ", arguments()) + "]";
    }
}
