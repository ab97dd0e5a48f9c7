package dev.callist.testkit.privacy;

import dev.callist.CallLister;
import dev.callist.ProviderFilters;
import dev.callist.provider.ProviderFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider's own filters, each with a canary as its one value. */
final class CanaryFilters {
    private CanaryFilters() {}

    /** One for each filter that takes text; none where the lister has no filters of its own. */
    static List<ProviderFilters> of(CallLister lister, Canary canary) {
        List<ProviderFilters> filters = new ArrayList<>();
        Optional<ProviderFactory> factory = ProviderFactory.all().stream()
                .filter(known -> known.provider().equals(lister.provider()))
                .findFirst();
        if (factory.isEmpty()) {
            return filters;
        }
        Class<?> type = factory.get().filters(Map.of()).getClass().getSuperclass();
        try {
            Class<?> builder = type.getMethod("builder").getReturnType();
            for (Method setting : builder.getMethods()) {
                if (List.of(setting.getParameterTypes()).equals(List.of(String.class))) {
                    Object set = setting.invoke(type.getMethod("builder").invoke(null), canary.text());
                    filters.add((ProviderFilters) builder.getMethod("build").invoke(set));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be built", e);
        }
        return filters;
    }
}
