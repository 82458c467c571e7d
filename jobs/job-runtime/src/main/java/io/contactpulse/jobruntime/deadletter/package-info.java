/** Turns what could not be used into rows of the dead-letters table, without losing or showing its content. */
@NullMarked
package io.contactpulse.jobruntime.deadletter;

import org.jspecify.annotations.NullMarked;
