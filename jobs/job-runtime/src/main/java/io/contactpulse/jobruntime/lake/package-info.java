/** Appends rows to the Parquet lake, exactly once and in few files, and dead letters with their bytes. */
@NullMarked
package io.contactpulse.jobruntime.lake;

import org.jspecify.annotations.NullMarked;
