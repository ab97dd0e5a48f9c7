package dev.callist.testkit.matrix;

import dev.callist.ClientOptionsBuilder;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;

/** The client's settings in a case: limits so low that a test can exceed them, and what the line asks for. */
final class CaseSettings {
    private CaseSettings() {}

    /** Reads settings such as {@code read 200, attempts 2}; times are in milliseconds. */
    static ClientOptionsBuilder parse(String cell) {
        ClientOptionsBuilder options = ContractFixture.quick()
                .maxBodyBytes(500_000)
                .maxErrorBodyBytes(2_000)
                .maxJsonTokens(20_000)
                .maxRows(50);
        for (String setting : cell.isEmpty() ? new String[0] : cell.split(", ", -1)) {
            String[] words = setting.split(" ", -1);
            int number = Integer.parseInt(words[1]);
            switch (words[0]) {
                case "read" -> options.readTimeout(Duration.ofMillis(number));
                case "call" -> options.callTimeout(Duration.ofMillis(number));
                case "attempts" -> options.maxAttempts(number);
                case "body" -> options.maxBodyBytes(number);
                case "budget" -> options.retryBudget(number);
                default -> throw new IllegalArgumentException("no such setting: " + words[0]);
            }
        }
        return options;
    }
}
