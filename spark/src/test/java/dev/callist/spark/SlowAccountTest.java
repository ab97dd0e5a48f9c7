package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.ProviderProtocol;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowAccountTest {
    private static final int FAST_ACCOUNTS = 6;
    private static final int PAGES = 2;

    /** Accounts of which the first one answers only when all others have been read. */
    private record HeldProtocol(ManyAccountsProtocol accounts, CountDownLatch othersRead) implements ProviderProtocol {
        @Override
        public int calls() {
            return accounts.calls();
        }

        @Override
        public String id(int index) {
            return accounts.id(index);
        }

        @Override
        public SandboxResponse error(int status) {
            return accounts.error(status);
        }

        @Override
        public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
            SandboxResponse response = accounts.respond(request, twist);
            if (!ManyAccountsProtocol.workspace(request).equals("w0")) {
                othersRead.countDown();
                return response;
            }
            try {
                return othersRead.await(50, TimeUnit.SECONDS) ? response : error(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return error(500);
            }
        }
    }

    @Test
    void doesNotHoldUpOtherAccounts() {
        CountDownLatch othersRead = new CountDownLatch(FAST_ACCOUNTS * PAGES);
        HeldProtocol protocol = new HeldProtocol(new ManyAccountsProtocol(name -> 1_500), othersRead);
        try (Sandbox server = Sandbox.start(protocol)) {
            AccountViews accounts = new AccountViews();
            IntStream.rangeClosed(0, FAST_ACCOUNTS)
                    .forEach(number -> accounts.bird("a" + number, "w" + number, server.url()));
            assertThat(accounts.calls().count()).isEqualTo(1_500L * (FAST_ACCOUNTS + 1));
            List<SandboxRequest> requests = server.requests();
            assertThat(requests).hasSize((FAST_ACCOUNTS + 1) * PAGES);
            assertThat(requests.subList(requests.size() - PAGES + 1, requests.size()))
                    .allMatch(request -> ManyAccountsProtocol.workspace(request).equals("w0"));
        }
    }
}
