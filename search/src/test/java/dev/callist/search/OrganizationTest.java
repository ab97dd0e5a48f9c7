package dev.callist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.MergedCalls;
import dev.callist.ResumePoint;
import dev.callist.testkit.SearchSandbox;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two organizations on one base URL are told apart by their names, not by their keys. */
class OrganizationTest {
    private final SearchSandbox server = SearchSandbox.start(10, 0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isRequiredToMergeTwoOrganizations() {
        CallListException failure =
                refused(Kind.INVALID_CONFIG, () -> CallListers.merged(of(Optional.empty()), of(Optional.empty())));

        assertThat(failure.getMessage())
                .contains("two listers of search cannot be told apart", "organization")
                .doesNotContain(SearchSandbox.API_KEY);
        refused(Kind.INVALID_CONFIG, () -> CallListers.merged(of("Acme"), of("Acme")));
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void isTheAccountOfMergedCalls() {
        try (MergedCalls both = CallListers.merged(of("Acme"), of("Globex"), of(Optional.empty()))) {
            assertThat(both.list(CallQuery.all()).stream().map(Call::account))
                    .hasSize(30)
                    .containsOnly(Optional.of("Acme"), Optional.of("Globex"), Optional.empty());
        }
    }

    @Test
    void bindsResumePoints() {
        ResumePoint point = pointOf(of("Acme"));

        assertThat(of("Acme").resume(CallQuery.all(), point)).hasSize(8);
        refused(Kind.INVALID_RESUME_POINT, () -> of("Globex").resume(CallQuery.all(), point));
        refused(Kind.INVALID_RESUME_POINT, () -> of(Optional.empty()).resume(CallQuery.all(), point));
        refused(Kind.INVALID_RESUME_POINT, () -> of("Globex").resume(CallQuery.all(), pointOf(of(Optional.empty()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Ac\nme", "\u0085"})
    void isNotBlankAndHasNoControlCharacters(String name) {
        assertThat(refused(Kind.INVALID_CONFIG, () -> of(name)).getMessage()).contains("organization must not");
    }

    @Test
    void isShownWithoutTheKey() {
        assertThat(of("Acme Ltd.").toString())
                .isEqualTo("SearchCalls[SearchConfig[organization Acme Ltd., 127.0.0.1, PT30S]]");
        assertThat(of("Acme Ltd.").plan(CallQuery.all()).identity())
                .isEqualTo(server.url() + "/calls/search of Acme Ltd.");
        refused(Kind.INVALID_CONFIG, () -> of("x".repeat(101)));
    }

    private static ResumePoint pointOf(SearchCalls calls) {
        CallIterator walk = calls.list(CallQuery.all()).limit(2).iterator();
        walk.forEachRemaining(call -> {});
        return walk.resumePoint();
    }

    private SearchCalls of(String organization) {
        return of(Optional.of(organization));
    }

    private SearchCalls of(Optional<String> organization) {
        return SearchCalls.create(SearchConfig.builder()
                .organization(organization)
                .apiKey(SearchSandbox.API_KEY)
                .baseUrl(server.url())
                .build());
    }

    private static CallListException refused(Kind kind, ThrowingCallable step) {
        CallListException failure = catchThrowableOfType(CallListException.class, step);
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }
}
