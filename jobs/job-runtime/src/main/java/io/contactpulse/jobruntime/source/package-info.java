/** Reads a Kinesis stream as raw records with per-shard event time; knows nothing of what the records say. */
@NullMarked
package io.contactpulse.jobruntime.source;

import org.jspecify.annotations.NullMarked;
