/** Knows a row type's table: name, key, version, day and life time, all read from its Avro schema. */
@NullMarked
package io.contactpulse.jobruntime.table;

import org.jspecify.annotations.NullMarked;
