/** A run of a {@link dev.callist.sync.CallSync}: which ranges it lists, and how a listing is stored. */
package dev.callist.sync.internal.run;
