package dev.callist.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * Immutables style of the values of Callist's modules, such as the configs and filters of its providers: a hidden class
 * with a public, final builder. A provider with hand-written values does not need it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PRIVATE,
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        typeBuilder = "*Builder",
        from = "copyFrom",
        jdkOnly = true,
        jdk9Collections = true,
        allowedClasspathAnnotations = javax.annotation.processing.Generated.class)
public @interface ValueStyle {}
