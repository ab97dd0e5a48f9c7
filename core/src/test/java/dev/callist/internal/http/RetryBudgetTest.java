package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    @Test
    void allowsARetryForEveryFiveTokens() {
        assertThat(draws(new RetryPolicy.Budget(100))).isEqualTo(20);
        assertThat(draws(new RetryPolicy.Budget(9))).isEqualTo(1);
        assertThat(draws(new RetryPolicy.Budget(4))).isZero();
        assertThat(draws(new RetryPolicy.Budget(0))).isZero();
    }

    @Test
    void returnsTheTokensOfASuccessfulRetry() {
        RetryPolicy.Budget budget = new RetryPolicy.Budget(100);
        draws(budget);

        budget.refund(3);

        assertThat(draws(budget)).isEqualTo(3);
    }

    @Test
    void earnsOneTokenFromASuccessAtFirstTry() {
        RetryPolicy.Budget budget = new RetryPolicy.Budget(100);
        draws(budget);

        for (int i = 0; i < 4; i++) {
            budget.refund(0);
        }
        assertThat(budget.draw()).isFalse();
        budget.refund(0);
        assertThat(draws(budget)).isEqualTo(1);
    }

    @Test
    void holdsNoMoreThanItBeganWith() {
        RetryPolicy.Budget budget = new RetryPolicy.Budget(10);
        for (int i = 0; i < 1000; i++) {
            budget.refund(4);
        }

        assertThat(draws(budget)).isEqualTo(2);
    }

    private static int draws(RetryPolicy.Budget budget) {
        int draws = 0;
        while (budget.draw()) {
            draws++;
        }
        return draws;
    }
}
