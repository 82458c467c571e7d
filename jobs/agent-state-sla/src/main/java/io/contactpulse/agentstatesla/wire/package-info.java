/** Reads what Amazon Connect, AI agents and supervisors send. */
@NullMarked
package io.contactpulse.agentstatesla.wire;

import org.jspecify.annotations.NullMarked;
