/** How other systems read the published messages: plain functions from JSON to JSON, without Flink or AWS. */
@NullMarked
package io.contactpulse.agentstatesla.transform;

import org.jspecify.annotations.NullMarked;
