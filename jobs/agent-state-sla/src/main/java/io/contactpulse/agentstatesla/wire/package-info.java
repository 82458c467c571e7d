/** Reads what Amazon Connect and AI agents send. */
@NullMarked
package io.contactpulse.agentstatesla.wire;

import org.jspecify.annotations.NullMarked;
