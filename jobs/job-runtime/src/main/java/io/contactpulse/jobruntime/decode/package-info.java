/** Turns raw records, Connect JSON or Glue-framed Avro, into typed ones, and what cannot be read into dead letters. */
@NullMarked
package io.contactpulse.jobruntime.decode;

import org.jspecify.annotations.NullMarked;
