package dev.callist.testkit.history;

import dev.callist.testkit.SandboxRequest;
import java.util.Optional;

/** A list whose pages are named by tokens, which may expire. */
interface TokenHistoryProtocol extends HistoryProtocol {
    /** The token of a request, as {@link ListSnapshot#token} made it; absent for the first page. */
    Optional<String> token(SandboxRequest request);

    /** The page of a token that has not expired. */
    Given page(SandboxRequest request, ListSnapshot moment, Optional<String> token);

    @Override
    default boolean holdsToken(SandboxRequest request) {
        return token(request).isPresent();
    }

    @Override
    default boolean countsRows() {
        return false;
    }

    @Override
    default boolean canOverlap(int mostRows) {
        return true;
    }

    @Override
    default Given answer(SandboxRequest request, ListSnapshot moment) {
        Optional<String> token = token(request);
        return token.filter(moment::hasExpired).isPresent()
                ? Given.refused(moment.refusal())
                : page(request, moment, token);
    }
}
