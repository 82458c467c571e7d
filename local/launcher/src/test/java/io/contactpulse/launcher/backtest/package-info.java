/** Tests of backtests. */
@NullMarked
package io.contactpulse.launcher.backtest;

import org.jspecify.annotations.NullMarked;
