package dev.callist.internal.check;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Subject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One check of a lister. The requests, in order: the first page; the next page; a page of a filtered list; and,
 * depending on the list, a small page, a page of a window of days, and the last rows.
 */
public final class CheckRun {
    private static final Set<Kind> REFUSED_KEY = EnumSet.of(Kind.AUTHENTICATION, Kind.PERMISSION);
    private static final Set<Kind> REFUSED_SIZE =
            EnumSet.of(Kind.INVALID_REQUEST, Kind.SERVER_ERROR, Kind.TOO_LARGE, Kind.TIMEOUT);
    private static final int MODEST_PAGE = 50;

    private final CallLister lister;
    private final CheckFindings findings = new CheckFindings();
    private final ListerProbe probe;

    private CheckRun(CallLister lister) {
        this.lister = lister;
        this.probe = new ListerProbe(lister, findings);
    }

    /**
     * Checks a lister, with at most five requests.
     *
     * @throws CallListException when the first page fails for another reason than the credential
     */
    public static ListerCheck of(CallLister lister) {
        return new CheckRun(lister).run();
    }

    private ListerCheck run() {
        findings.notSeen(Subject.THROTTLING, "no request was throttled");
        findings.notSeen(Subject.CLOCK, "no response had a Date header");
        try {
            check();
        } catch (CallListException e) {
            if (!REFUSED_KEY.contains(e.kind()) || !probe.pages().isEmpty()) {
                throw e;
            }
            findings.differs(Subject.KEY, "refused: " + ListerProbe.reason(e));
        }
        return findings.report(lister.provider(), probe.requests());
    }

    private void check() {
        CallQuery query = CallQuery.all();
        Optional<CallPage> usual = firstPage(query);
        if (usual.isEmpty()) {
            query = query.toBuilder().pageSize(MODEST_PAGE).build();
        }
        CallPage first = usual.isPresent() ? usual.get() : probe.fetch(query, Cursor.FIRST);
        findings.expected(Subject.KEY, "accepted");
        new PageChecks(lister, probe, findings).check(query, first);
        new RowChecks(lister, findings).check(probe.pages());
    }

    /** The first page; absent if the server cannot serve pages of the usual size. */
    private Optional<CallPage> firstPage(CallQuery query) {
        int pageSize = lister.plan(query).pageSize();
        try {
            return Optional.of(probe.fetch(query, Cursor.FIRST));
        } catch (CallListException e) {
            if (pageSize <= MODEST_PAGE || !REFUSED_SIZE.contains(e.kind())) {
                throw e;
            }
            findings.differs(Subject.PAGE_SIZE, "a page of " + pageSize + " rows failed: " + ListerProbe.reason(e));
            return Optional.empty();
        }
    }
}
