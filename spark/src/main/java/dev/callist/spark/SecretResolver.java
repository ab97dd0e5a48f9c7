package dev.callist.spark;

/**
 * Finds secrets, such as in a vault. The option {@code secretResolver} names the class, which has a public constructor
 * without parameters and is on the class path of the driver and the executors. It is called on executors only, each
 * time a task opens an account.
 */
@FunctionalInterface
public interface SecretResolver {
    /**
     * Returns a secret.
     *
     * @param reference what follows {@code secret:} in the setting, such as {@code billing/bird}
     * @return the secret, not empty
     * @throws RuntimeException if it cannot be found; the task fails, and Spark shows the message, so it must not quote
     *     a secret
     */
    String resolve(String reference);
}
