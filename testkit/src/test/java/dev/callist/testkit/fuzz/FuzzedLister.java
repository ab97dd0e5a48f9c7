package dev.callist.testkit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ResumePoint;
import dev.callist.testkit.privacy.ThrowableText;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/**
 * A lister whose server answers with arbitrary bytes, for fuzz tests. It may only throw a {@link CallListException} of
 * a fitting kind, must not print the planted secret or number, and must not take long. Uses no network.
 */
final class FuzzedLister<L extends CallLister> {
    private static final int PAGES = 3;
    private static final Set<Kind> OF_A_PAGE =
            Set.of(Kind.BAD_RESPONSE, Kind.TOO_LARGE, Kind.FOREIGN_LINK, Kind.PAGINATION_STALLED, Kind.SERVER_ERROR);
    private static final Set<Kind> OF_A_REFUSAL = Set.of(Kind.INVALID_REQUEST);
    private static final Set<Kind> OF_A_PLACE = Set.of(
            Kind.INVALID_RESUME_POINT,
            Kind.SERVER_ERROR,
            Kind.PAGINATION_STALLED,
            Kind.CURSOR_EXPIRED,
            Kind.BAD_RESPONSE);

    private final ByteAnswers server = new ByteAnswers();
    private final FuzzedTexts texts;
    private final L lister;
    private final CallQuery query;
    private final byte[] plainPage;

    FuzzedLister(Function<ClientOptions, L> lister, CallQuery query, String plainPage, String secret) {
        texts = new FuzzedTexts(secret);
        this.lister = lister.apply(ClientOptions.builder()
                .httpClient(server.client())
                .maxAttempts(1)
                .time(ProviderUnderTest.stoppedTime())
                .listener(texts)
                .build());
        this.query = query;
        this.plainPage = plainPage.getBytes(UTF_8);
    }

    /** Takes the bytes for a page, and reads everything of its calls. */
    void list(byte[] body) {
        Prompt.run(() -> {
            server.give(200, body, 1);
            attempt(OF_A_PAGE, () -> readPage(Cursor.FIRST));
            server.give(200, body, PAGES);
            attempt(OF_A_PAGE, () -> walk(lister.list(query)));
        });
    }

    /** Takes the bytes for the body of an error. */
    void refuse(byte[] body) {
        Prompt.run(() -> {
            server.give(422, body, 1);
            attempt(OF_A_REFUSAL, () -> lister.fetch(query, Cursor.FIRST));
        });
    }

    /** Takes the bytes for a single call, if the lister can fetch one. */
    void find(byte[] body, Function<L, Optional<Call>> find) {
        Prompt.run(() -> {
            server.give(200, body, 1);
            attempt(OF_A_PAGE, () -> find.apply(lister).ifPresent(texts::read));
        });
    }

    /** Resumes from the bytes: as a cursor's text, as the content that such a text encodes, and in a resume point. */
    void goOn(byte[] place) {
        Prompt.run(() -> {
            continueFrom(new Cursor(new String(place, UTF_8)));
            continueFrom(new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(place)));
            attempt(OF_A_PLACE, () -> {
                server.give(200, plainPage, PAGES);
                walk(lister.resume(query, point(place)));
            });
        });
    }

    private void continueFrom(Cursor place) {
        server.give(200, plainPage, 1);
        attempt(OF_A_PLACE, () -> readPage(place));
    }

    private ResumePoint point(byte[] place) {
        try (CallIterator walk = lister.list(query).iterator()) {
            return ResumePoint.parse(
                    ResumePointForge.withPlace(walk.resumePoint().toString(), place));
        }
    }

    private void readPage(Cursor place) {
        CallPage page = lister.fetch(query, place);
        page.calls().forEach(texts::read);
        page.rejected().forEach(texts::add);
        texts.add(page);
        page.next().ifPresent(cursor -> Assertions.assertThat(cursor.isFirst()).isFalse());
    }

    private void walk(CallListing listing) {
        try (CallIterator walk = listing.readAhead(0).iterator()) {
            try {
                walk.forEachRemaining(texts::read);
            } finally {
                texts.add(walk.report());
                ResumePoint point = walk.resumePoint();
                Assertions.assertThat(ResumePoint.parse(point.toString())).isEqualTo(point);
            }
        }
    }

    private void attempt(Set<Kind> kinds, Runnable work) {
        try {
            work.run();
        } catch (CallListException e) {
            texts.add(ThrowableText.printed(e));
            Assertions.assertThat(kinds).as(e.getMessage()).contains(e.kind());
        }
        texts.assertClean();
    }
}
