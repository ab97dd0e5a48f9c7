package dev.callist.testkit.privacy;

import dev.callist.CallLister;
import dev.callist.ProviderFilters;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A provider's own filters, each with a canary as its one value. */
final class CanaryFilters {
    private static final String LISTER = "Calls$";

    private CanaryFilters() {}

    /** One for each filter that takes text; none where the lister has no filters of its own. */
    static List<ProviderFilters> of(CallLister lister, Canary canary) {
        String name = lister.getClass().getName().replaceFirst(LISTER, "Filters");
        List<ProviderFilters> filters = new ArrayList<>();
        try {
            Class<?> type = Class.forName(name);
            Class<?> builder = type.getMethod("builder").getReturnType();
            for (Method setting : builder.getMethods()) {
                if (List.of(setting.getParameterTypes()).equals(List.of(String.class))) {
                    Object set = setting.invoke(type.getMethod("builder").invoke(null), canary.text());
                    filters.add((ProviderFilters) builder.getMethod("build").invoke(set));
                }
            }
        } catch (ClassNotFoundException e) {
            return List.of();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name + " cannot be built", e);
        }
        return filters;
    }
}
