/**
 * Reads JSON answers: strict about the document, tolerant of the fields of a row; may use {@code internal.text}.
 */
package dev.callist.internal.json;
