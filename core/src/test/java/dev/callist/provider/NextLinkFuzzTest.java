package dev.callist.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.FuzzSeeds;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arbitrary text read as the link to the next page. */
class NextLinkFuzzTest {
    private static final HttpUrl LIST = HttpUrl.get("https://calls.example.com/api/laml/2010-04-01/Accounts/p1/Calls");

    @TestFactory
    Stream<DynamicTest> withstandsEverySeed() {
        return FuzzSeeds.of(NextLinkFuzzTest.class, "readsAnyLink", this::readsAnyLink);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyLink(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            NextLink link = NextLink.of("p", text, LIST, "/api/laml");
            link.parameter("Page");
            link.encodedParameter("PageToken");
        } catch (CallListException e) {
            assertThat(e.kind()).isEqualTo(Kind.FOREIGN_LINK);
            assertThat(e).hasMessage("p: FOREIGN_LINK: the next page's link does not lead to this lister's list");
        }
    }
}
