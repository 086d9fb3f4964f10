@NullMarked
package dev.lastseat.webhooks;

import org.jspecify.annotations.NullMarked;
