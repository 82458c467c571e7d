/** Writes rows to DynamoDB and messages to SNS so that retries, restarts and bad rows never lose, double or set back anything. */
@NullMarked
package io.contactpulse.jobruntime.sink;

import org.jspecify.annotations.NullMarked;
