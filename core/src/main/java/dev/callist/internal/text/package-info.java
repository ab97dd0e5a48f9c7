/**
 * Text forms of values: what logs may show, phone numbers, and how instants are written; uses no other package of ours.
 */
package dev.callist.internal.text;
