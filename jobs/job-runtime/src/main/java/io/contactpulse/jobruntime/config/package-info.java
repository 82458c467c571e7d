/** Reads the runtime properties of Managed Flink into typed values, and reports all problems at once. */
@NullMarked
package io.contactpulse.jobruntime.config;

import org.jspecify.annotations.NullMarked;
