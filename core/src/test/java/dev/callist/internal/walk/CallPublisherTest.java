package dev.callist.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.Calls;
import dev.callist.ClientOptions;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

@Isolated("its time limits are short")
class CallPublisherTest {
    /** How many of the test kit's rules apply to a publisher whose lists end and whose subscriptions never fail. */
    private static final int APPLICABLE = 27;

    private final ScriptedLister lister = new ScriptedLister()
            .page("", "2", Calls.call("a", 1), Calls.call("b", 2))
            .page("2", "3", Calls.call("c", 3), Calls.call("d", 4))
            .page("3", "", Calls.call("e", 5));

    @Test
    void keepsTheRulesOfReactiveStreams() {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG tests = new TestNG(false);
        tests.setTestClasses(new Class<?>[] {CallPublisherRules.class});
        tests.addListener(results);

        tests.run();

        assertThat(results.getFailedTests())
                .extracting(ITestResult::getName, ITestResult::getThrowable)
                .isEmpty();
        assertThat(results.getPassedTests()).hasSizeGreaterThanOrEqualTo(APPLICABLE);
    }

    @Test
    void givesEachSubscriberAllCalls() throws Exception {
        Flow.Publisher<Call> publisher = listing().publisher();
        Collector first = new Collector(Long.MAX_VALUE);
        Collector second = new Collector(Long.MAX_VALUE);

        publisher.subscribe(first);
        publisher.subscribe(second);

        assertThat(first.idsAtTheEnd()).containsExactly("a", "b", "c", "d", "e");
        assertThat(second.idsAtTheEnd()).containsExactly("a", "b", "c", "d", "e");
        assertThat(lister.asked()).containsExactlyInAnyOrder("", "2", "3", "", "2", "3");
    }

    @Test
    void requestsNoPageWithoutDemand() throws Exception {
        Collector collector = new Collector(0);
        listing().readAhead(0).publisher().subscribe(collector);

        assertThat(lister.asked()).isEmpty();

        collector.subscription().request(2);
        collector.awaitCalls(2);

        assertThat(lister.asked()).containsExactly("");
        collector.subscription().cancel();
    }

    @Test
    void endsTheWalkOfASubscriberThatCancels() throws Exception {
        Collector collector = new Collector(1);
        listing().publisher().subscribe(collector);
        collector.awaitCalls(1);

        collector.subscription().cancel();
        collector.subscription().request(10);

        assertThat(collector.ids()).containsExactly("a");
    }

    @Test
    void signalsAFailureWithThePlaceToResumeFrom() throws Exception {
        ScriptedLister failing = new ScriptedLister()
                .page("", "2", Calls.call("a", 1), Calls.call("b", 2))
                .failing(1, Kind.NETWORK, "2", "", Calls.call("c", 3));
        Collector collector = new Collector(Long.MAX_VALUE);

        failing.list(CallQuery.all()).publisher().subscribe(collector);
        CallListException failure = (CallListException) collector.failure();

        assertThat(collector.ids()).containsExactly("a", "b");
        ResumePoint point = failure.failure().resumePoint().orElseThrow();
        Collector rest = new Collector(Long.MAX_VALUE);
        failing.resume(CallQuery.all(), point).publisher().subscribe(rest);
        assertThat(rest.idsAtTheEnd()).containsExactly("c");
    }

    @Test
    void publishesMergedLists() throws Exception {
        ScriptedLister other = ScriptedLister.named("other").page("", "", Calls.call("x", 2));
        Collector collector = new Collector(Long.MAX_VALUE);

        CallListers.merged(lister, other)
                .list(CallQuery.all())
                .limit(3)
                .publisher()
                .subscribe(collector);

        assertThat(collector.idsAtTheEnd()).containsExactly("a", "b", "x");
    }

    @Test
    void cancelsASubscriberThatThrows() throws Exception {
        CountDownLatch thrown = new CountDownLatch(1);
        Collector collector = new Collector(Long.MAX_VALUE, call -> {
            thrown.countDown();
            throw new IllegalStateException("a subscriber's mistake");
        });

        listing().publisher().subscribe(collector);

        assertThat(thrown.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(collector.ids()).containsExactly("a");
    }

    @Test
    void signalsOnThreadsOfTheFactory() throws Exception {
        List<String> names = new ArrayList<>();
        lister.options(ClientOptions.builder()
                .threadFactory(work -> new Thread(work, "mine"))
                .build());
        Collector collector = new Collector(
                Long.MAX_VALUE, call -> names.add(Thread.currentThread().getName()));

        listing().publisher().subscribe(collector);
        collector.idsAtTheEnd();

        assertThat(names).hasSize(5).containsOnly("mine");
    }

    @Test
    void refusesToPublishToNoSubscriber() {
        assertThatNullPointerException()
                .isThrownBy(() -> listing().publisher().subscribe(null))
                .withMessage("subscriber");
    }

    private CallListing listing() {
        return lister.list(CallQuery.all());
    }

    /** Collects calls, and requests this many at first. */
    private static final class Collector implements Flow.Subscriber<Call> {
        private final long requested;
        private final Consumer<Call> onEach;
        private final List<String> ids = new ArrayList<>();
        private final CountDownLatch end = new CountDownLatch(1);
        private Optional<Flow.Subscription> subscription = Optional.empty();
        private Optional<Throwable> failure = Optional.empty();

        Collector(long requested) {
            this(requested, call -> {});
        }

        Collector(long requested, Consumer<Call> onEach) {
            this.requested = requested;
            this.onEach = onEach;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = Optional.of(given);
            if (requested > 0) {
                given.request(requested);
            }
        }

        @Override
        public synchronized void onNext(Call call) {
            ids.add(call.id());
            notifyAll();
            onEach.accept(call);
        }

        @Override
        public void onError(Throwable cause) {
            failure = Optional.of(cause);
            end.countDown();
        }

        @Override
        public void onComplete() {
            end.countDown();
        }

        Flow.Subscription subscription() {
            return subscription.orElseThrow();
        }

        synchronized List<String> ids() {
            return List.copyOf(ids);
        }

        synchronized void awaitCalls(int count) throws InterruptedException {
            while (ids.size() < count) {
                wait();
            }
        }

        List<String> idsAtTheEnd() throws InterruptedException {
            assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failure).isEmpty();
            return ids();
        }

        Throwable failure() throws InterruptedException {
            assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
            return failure.orElseThrow();
        }
    }
}
