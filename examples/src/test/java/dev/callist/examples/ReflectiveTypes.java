package dev.callist.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.Call;
import dev.callist.provider.Envelope;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types of a module that are used by reflection: what Jackson reads and writes, from the page of a provider or from
 * the call down, and the factories that {@link java.util.ServiceLoader} creates.
 */
final class ReflectiveTypes {
    private final Path classes;
    private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    private ReflectiveTypes(Path classes) {
        this.classes = classes;
    }

    static Set<Class<?>> of(String module) throws IOException {
        ReflectiveTypes types = new ReflectiveTypes(Path.of("..", module, "target", "classes"));
        types.search();
        return types.found;
    }

    private void search() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.startsWith("dev/callist/") && file.endsWith(".class"))
                    .filter(file -> !file.endsWith("-info.class"))
                    .map(file -> classOf(file.replace('/', '.').replaceFirst("\\.class$", "")))
                    .filter(ReflectiveTypes::isRoot)
                    .forEach(this::add);
        }
    }

    private static boolean isRoot(Class<?> type) {
        boolean isPage = Envelope.class.isAssignableFrom(type);
        boolean isFactory = ProviderFactory.class.isAssignableFrom(type);
        return type == Call.class || ((isPage || isFactory) && !type.isInterface());
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::add);
        }
        if (type instanceof Class<?> raw && isOfThisModule(raw) && found.add(raw)) {
            addParts(raw);
        }
    }

    private void addParts(Class<?> type) {
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        }
        Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .map(Method::getGenericReturnType)
                .forEach(this::add);
        if (type.isAnnotationPresent(JsonNaming.class)) {
            found.add(type.getAnnotation(JsonNaming.class).value());
        }
        if (type.isAnnotationPresent(JsonDeserialize.class)) {
            Class<?> builder = type.getAnnotation(JsonDeserialize.class).builder();
            add(builder);
            Stream.of(builder.getDeclaredClasses())
                    .filter(type::isAssignableFrom)
                    .forEach(this::add);
        }
    }

    private boolean isOfThisModule(Class<?> type) {
        return Files.exists(classes.resolve(type.getName().replace('.', '/') + ".class"));
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name, false, ReflectiveTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
