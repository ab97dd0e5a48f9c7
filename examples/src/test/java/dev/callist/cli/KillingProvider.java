package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.PageAhead;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A provider whose walks end the run with an {@link Error}, as nothing catches it, once they have handed over some calls. */
final class KillingProvider implements Provider {
    private final Provider real;
    private final String method;
    private final AtomicInteger left;

    KillingProvider(Provider real, int calls) {
        this(real, "next", calls);
    }

    /** A provider that ends the run when a method of its lister, listings or walks has been called so often. */
    KillingProvider(Provider real, String method, int calls) {
        this.real = real;
        this.method = method;
        this.left = new AtomicInteger(calls);
    }

    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public List<String> secrets() {
        return real.secrets();
    }

    @Override
    public CallLister open(Account account) {
        return killing(CallLister.class, real.open(account));
    }

    @Override
    public Call find(Account account, String id) {
        return real.find(account, id);
    }

    @Override
    public Account filledIn(Account account) {
        return real.filledIn(account);
    }

    @Override
    public SandboxAccount sandbox(int calls, int port) {
        return real.sandbox(calls, port);
    }

    private <T> T killing(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && left.getAndDecrement() == 0) {
                        throw new Killed();
                    }
                    try {
                        return wrapped(called.invoke(target, asked(called, arguments)));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Pages that are fetched ahead count as well. */
    @SuppressWarnings("unchecked")
    private Object[] asked(Method called, Object[] arguments) {
        int last = called.getParameterCount() - 1;
        if (called.getName().equals("fetch") && arguments[last] instanceof Consumer<?> any) {
            Consumer<PageAhead> came = (Consumer<PageAhead>) any;
            arguments[last] = (Consumer<PageAhead>) ahead -> came.accept(killing(PageAhead.class, ahead));
        }
        return arguments;
    }

    private Object wrapped(Object result) {
        if (result instanceof CallListing listing) {
            return killing(CallListing.class, listing);
        }
        return result instanceof CallIterator walk ? killing(CallIterator.class, walk) : result;
    }
}
