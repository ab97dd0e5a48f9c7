/** Several lists read as one. It may use the API and the walk. */
package dev.callist.internal.merge;
