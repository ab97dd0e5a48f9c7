package dev.callist.testkit.privacy;

import dev.callist.Call;
import dev.callist.Money;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a value of ours and of everything that its accessors reach. Accessors may return plain text unmasked,
 * and amounts of money are not private.
 */
final class ValueTexts {
    private static final Set<String> NO_ACCESSORS = Set.of("toString", "hashCode", "toBuilder", "builder", "build");

    private final List<String> texts = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ValueTexts() {}

    static List<String> of(Object value) {
        ValueTexts found = new ValueTexts();
        found.collect(value);
        return found.texts;
    }

    private void collect(@Nullable Object value) {
        if (value instanceof Optional<?> some) {
            some.ifPresent(this::collect);
        } else if (value instanceof Iterable<?> several) {
            several.forEach(this::collect);
        } else if (value != null && isOurs(value.getClass()) && !(value instanceof Money) && seen.add(value)) {
            texts.add(value.toString());
            accessors(value.getClass()).forEach(accessor -> collect(given(accessor, value)));
            if (value instanceof Call call) {
                texts.addAll(call.problems());
                collect(call.as(Object.class));
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.callist.") && !Enum.class.isAssignableFrom(type);
    }

    private static List<Method> accessors(Class<?> type) {
        Class<?> open = Modifier.isPublic(type.getModifiers()) ? type : type.getSuperclass();
        return List.of(open.getMethods()).stream()
                .filter(method -> isOurs(method.getDeclaringClass()))
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() != void.class && !NO_ACCESSORS.contains(method.getName()))
                .toList();
    }

    private static @Nullable Object given(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(accessor + " does not give what it has", e);
        }
    }
}
