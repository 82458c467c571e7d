/** Tells what rules would have fired on a recording, and how that differs from what other rules would have. */
@NullMarked
package io.contactpulse.launcher.backtest;

import org.jspecify.annotations.NullMarked;
