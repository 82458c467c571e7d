/** Flink functions: state, timers and side outputs around the domain. */
@NullMarked
package io.contactpulse.ctrenrichment.operator;

import org.jspecify.annotations.NullMarked;
