package io.contactpulse.launcher.backtest;

/** One message that would have been published: by which rule, to whose supervisor. */
record Page(String ruleId, String team) {}
