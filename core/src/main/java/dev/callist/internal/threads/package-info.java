/**
 * The threads on which pages are fetched, and how they are interrupted; may use the API only.
 */
package dev.callist.internal.threads;
