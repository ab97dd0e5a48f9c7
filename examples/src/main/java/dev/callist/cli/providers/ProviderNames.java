package dev.callist.cli.providers;

import dev.callist.provider.ProviderFactory;
import java.util.Iterator;

/** The names of all providers on the class path, for help texts and completion. */
public final class ProviderNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return ProviderList.ALL.all().stream().map(ProviderFactory::provider).iterator();
    }
}
