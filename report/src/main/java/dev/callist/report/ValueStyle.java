package dev.callist.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** Immutables style of this package: a hidden class with a public, final builder. */
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
@interface ValueStyle {}
